namespace Sci.Cases;

/// <summary>What a spectral scheme works with beside the states: factors, stages, products.</summary>
internal static class SchemeMemory
{
    // Of one value of a state; 210 to 290 measured over the cases that solve.
    private const double Numbers = 250;

    // Members that are stepped side by side by one thread.
    private const int Lanes = 4;

    /// <summary>The work on one state.</summary>
    public static HeldArray Of(double size) =>
        new($"the scheme's work on {size:g10} values", Numbers * size, 1, "points");

    /// <summary>The work on an ensemble by several threads.</summary>
    public static HeldArray Of(double size, double members, int threads) =>
        Of(size) with { Copies = Math.Min(members, (double)Lanes * threads) };
}
