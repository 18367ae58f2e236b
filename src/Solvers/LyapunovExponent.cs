using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Growth rates of small differences.</summary>
public static class LyapunovExponent
{
    // Small enough to stay linear between two looks, large enough to stand clear of rounding.
    private const double Separation = 1e-7;

    /// <summary>The leading exponent, per unit time, from a twin run that is drawn back at every look.</summary>
    /// <remarks>
    /// Benettin, Galgani, Giorgilli and Strelcyn (1980), doi:10.1007/BF02128236; the first tenth is left out.
    /// </remarks>
    /// <param name="model">Carries the twins.</param>
    /// <param name="start">A state on the attractor.</param>
    /// <param name="stepsBetween">Steps between two looks.</param>
    /// <param name="looks">Number of looks, ten at least.</param>
    /// <param name="random">Direction of the first difference.</param>
    /// <exception cref="BlowUpException">The model leaves the finite numbers.</exception>
    public static double Leading(
        IModel model, ReadOnlySpan<double> start, int stepsBetween, int looks, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsBetween, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, 10);
        var twins = new States(2, start.Length);
        start.CopyTo(twins[0]);
        random.Normals(twins[1]);
        DrawBack(twins[0], twins[1], Separation / Norm(twins[1]), isDifference: true);
        var (growth, counted) = (0.0, 0);
        for (var look = 0; look < looks; look++)
        {
            model.Advance(twins, stepsBetween);
            var distance = Distance(twins[0], twins[1]);
            if (look >= looks / 10)
            {
                growth += Math.Log(distance / Separation);
                counted++;
            }

            DrawBack(twins[0], twins[1], Separation / distance, isDifference: false);
        }

        return growth / (counted * stepsBetween * model.TimeStep);
    }

    private static void DrawBack(ReadOnlySpan<double> from, Span<double> twin, double factor, bool isDifference)
    {
        for (var i = 0; i < twin.Length; i++)
        {
            twin[i] = from[i] + (factor * (isDifference ? twin[i] : twin[i] - from[i]));
        }
    }

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(sum);
    }

    private static double Norm(ReadOnlySpan<double> a)
    {
        var sum = 0.0;
        foreach (var value in a)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }
}
