namespace Sci.Cases.Settings;

/// <summary>Times that are whole numbers of steps.</summary>
internal static class Multiple
{
    // Decimal fractions of settings are not exact in binary.
    private const double Tolerance = 1e-6;

    /// <summary>Whether <paramref name="time"/> is one or more whole steps, to a millionth of all of them.</summary>
    public static bool Is(double time, double step) =>
        Math.Round(time / step) is >= 1 and var steps
        && Math.Abs((steps * step) - time) <= Tolerance * step * steps;
}
