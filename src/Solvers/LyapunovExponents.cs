using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Mean rates at which small perturbations grow along a trajectory, largest first.</summary>
/// <remarks>
/// Benettin et al. (1980), doi:10.1007/BF02128236: perturbations are carried by the tangent and made orthonormal again
/// and again; the logarithms of the lengths lost add up to the exponents. The error falls with the square root of the
/// time. A multistep scheme starts anew at every interval, so that only the equation's directions count, and none of
/// its own. Models without a tangent carry states that lie 1e-7 of their length apart.
/// </remarks>
public static class LyapunovExponents
{
    private const double Separation = 1e-7;

    /// <summary>The first <paramref name="count"/> exponents, in 1/time.</summary>
    /// <param name="model">Carries states with steps that are the same for all: of fixed length.</param>
    /// <param name="state">One row, on the attractor; carried forward in place.</param>
    /// <param name="count">Number of exponents.</param>
    /// <param name="steps">Steps from one orthonormalisation to the next: short enough that nothing overflows.</param>
    /// <param name="settling">Intervals before the average begins, in which the perturbations find their
    /// directions.</param>
    /// <param name="intervals">Intervals that are averaged.</param>
    /// <param name="random">Draws the first directions.</param>
    public static double[] Of(
        IModel model, States state, int count, int steps, int settling, int intervals, RandomSource random)
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

            Advance(model, state, steps, perturbations);
            Orthonormalise(perturbations, sums);
        }

        return [.. sums.Select(sum => sum / (intervals * steps * model.TimeStep)).OrderDescending()];
    }

    private static void Advance(IModel model, States state, int steps, States perturbations)
    {
        if (model is IEquationModel { Memory: 0 } equation)
        {
            equation.AdvanceLinearised(state, steps, [], new States(0, state.Size), perturbations);
        }
        else if (model is ITangentModel smooth)
        {
            var along = smooth.Linearise(state[0], steps);
            along.Tangent(perturbations);
            along.Final.CopyTo(state[0]);
        }
        else
        {
            AdvanceApart(model, state, steps, perturbations);
        }
    }

    private static void AdvanceApart(IModel model, States state, int steps, States perturbations)
    {
        var length = Math.Sqrt(Dot(state[0], state[0]));
        var apart = Separation * (length > 0 ? length : 1);
        var all = new States(1 + perturbations.Count, state.Size);
        for (var row = 0; row < all.Count; row++)
        {
            state[0].CopyTo(all[row]);
            if (row > 0)
            {
                Pointwise.Add(perturbations[row - 1], apart, all[row]);
            }
        }

        model.Advance(all, steps);
        all[0].CopyTo(state[0]);
        for (var row = 0; row < perturbations.Count; row++)
        {
            for (var i = 0; i < state.Size; i++)
            {
                perturbations[row][i] = (all[row + 1][i] - state[0][i]) / apart;
            }
        }
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
