using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Mean rates at which small perturbations grow along a trajectory, largest first.</summary>
/// <remarks>
/// Benettin et al. (1980), doi:10.1007/BF02128236: perturbations are carried by the tangent and made orthonormal again
/// and again; the logarithms of the lengths lost add up to the exponents. The error falls with the square root of the
/// time.
/// </remarks>
public static class LyapunovExponents
{
    /// <summary>The first <paramref name="count"/> exponents, in 1/time.</summary>
    /// <param name="model">A model with a one-step scheme.</param>
    /// <param name="state">One row, on the attractor; carried forward in place.</param>
    /// <param name="count">Number of exponents.</param>
    /// <param name="steps">Steps from one orthonormalisation to the next: short enough that nothing overflows.</param>
    /// <param name="settling">Intervals before the average begins, in which the perturbations find their
    /// directions.</param>
    /// <param name="intervals">Intervals that are averaged.</param>
    /// <param name="random">Draws the first directions.</param>
    public static double[] Of(
        IEquationModel model, States state, int count, int steps, int settling, int intervals, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, state.Size);
        var perturbations = new States(count, state.Size);
        random.Normals(perturbations.Values);
        var sums = new double[count];
        Orthonormalise(perturbations, sums);
        for (var interval = 0; interval < settling + intervals; interval++)
        {
            if (interval <= settling)
            {
                sums.AsSpan().Clear();
            }

            model.AdvanceLinearised(state, steps, [], new States(0, state.Size), perturbations);
            Orthonormalise(perturbations, sums);
        }

        return [.. sums.Select(sum => sum / (intervals * steps * model.TimeStep)).OrderDescending()];
    }

    // Gram and Schmidt, twice, which is enough for orthogonality to round-off (Giraud et al., 2005).
    private static void Orthonormalise(States rows, double[] logarithms)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    Pointwise.Add(rows[j], -Dot(rows[i], rows[j]), rows[i]);
                }
            }

            var length = Math.Sqrt(Dot(rows[i], rows[i]));
            logarithms[i] += Math.Log(length);
            foreach (ref var value in rows[i])
            {
                value /= length;
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
