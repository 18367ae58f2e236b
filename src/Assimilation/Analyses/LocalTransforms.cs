using System.Numerics;
using System.Runtime.InteropServices;
using Sci.Assimilation.Algebra;

namespace Sci.Assimilation;

/// <summary>The analyses of several points at once, one a vector lane.</summary>
/// <remarks>
/// A point needs only S^(-1/2) times its own anomalies and S⁻¹ times the pull of its observations, with S of
/// <see cref="EnsembleTransform"/>. Chebyshev's series gives S^(-1/2) times a vector without any decomposition, and
/// S⁻¹ is its square. Where observations say so much that the series is long, the eigenvectors are taken after all.
/// </remarks>
internal sealed class LocalTransforms
{
    private readonly int members;
    private readonly Matrix seen;
    private readonly double[] innovation;
    private readonly double[] pull;
    private readonly double[] local;
    private readonly double[] gram;
    private readonly double[] scratch;
    private InverseRootSeries? series;

    /// <summary>Takes the whitened observed anomalies [observations, members] and innovations.</summary>
    public LocalTransforms(Matrix seen, double[] innovation)
    {
        (this.seen, this.innovation, members) = (seen, innovation, seen.Columns);
        pull = new double[members * Lanes];
        local = new double[(members + 1) * Lanes];
        gram = new double[members * members * Lanes];
        scratch = new double[2 * members * Lanes];
    }

    /// <summary>Points that one call takes, at most.</summary>
    public static int Lanes => Vector<double>.Count;

    /// <summary>
    /// Prepares the transforms of up to <see cref="Lanes"/> points; lanes without a point are left neutral.
    /// </summary>
    public void Prepare(ReadOnlySpan<Neighborhood> points)
    {
        gram.AsSpan().Clear();
        pull.AsSpan().Clear();
        local.AsSpan().Clear();
        var most = 0;
        foreach (var point in points)
        {
            most = Math.Max(most, point.Indices.Length);
        }

        for (var i = 0; i < most; i++)
        {
            Gather(points, i);
            Accumulate();
        }

        var bound = Finish();
        series = bound <= InverseRootSeries.LargestBound ? InverseRootSeries.For(bound) : null;
        Root(Lane(pull));
    }

    /// <summary>Replaces old anomalies by those of the new members about the old mean, [members, lanes].</summary>
    public void Apply(Span<Vector<double>> anomalies)
    {
        Root(anomalies);
        var p = Lane(pull);
        var shift = Vector<double>.Zero;
        for (var m = 0; m < members; m++)
        {
            shift += anomalies[m] * p[m];
        }

        for (var m = 0; m < members; m++)
        {
            anomalies[m] += shift;
        }
    }

    // x ← S^(-1/2) x.
    private void Root(Span<Vector<double>> x)
    {
        if (series is { } expansion)
        {
            Expand(expansion, x);
        }
        else
        {
            Decompose(x);
        }
    }

    // Clenshaw's recurrence, downwards: b ← c x + 2 X b' - b'', X = 2 (S - I)/bound - I.
    private void Expand(InverseRootSeries expansion, Span<Vector<double>> x)
    {
        var now = Lane(scratch)[..members];
        var before = Lane(scratch)[members..];
        now.Clear();
        before.Clear();
        var coefficients = expansion.Coefficients;
        for (var k = coefficients.Length - 1; k >= 0; k--)
        {
            Recur(expansion.Bound, coefficients[k], k > 0 ? 2 : 1, x, now, before);
            var swap = now;
            now = before;
            before = swap;
        }

        now.CopyTo(x);
    }

    // before ← c x + factor X now - before.
    private void Recur(
        double bound, double c, double factor, ReadOnlySpan<Vector<double>> x, ReadOnlySpan<Vector<double>> now, Span<Vector<double>> before)
    {
        var g = Lane(gram);
        for (var m = 0; m < before.Length; m++)
        {
            var row = g.Slice(m * now.Length, now.Length);
            var sum = Vector<double>.Zero;
            for (var k = 0; k < row.Length; k++)
            {
                sum += row[k] * now[k];
            }

            before[m] = (c * x[m]) + (factor * ((2 / bound * sum) - now[m])) - before[m];
        }
    }

    private void Decompose(Span<Vector<double>> x)
    {
        using var lane = Matrix.Rent(members, members);
        var vector = new double[members];
        var values = MemoryMarshal.Cast<Vector<double>, double>(x);
        for (var at = 0; at < Lanes; at++)
        {
            for (var i = 0; i < members * members; i++)
            {
                lane.Array[i] = gram[(i * Lanes) + at];
            }

            using var spectrum = Spectrum.Of(lane);
            for (var m = 0; m < members; m++)
            {
                vector[m] = values[(m * Lanes) + at];
            }

            var coefficients = spectrum.Project(vector);
            for (var k = 0; k < members; k++)
            {
                coefficients[k] /= Math.Sqrt(1 + Math.Max(0, spectrum.Values[k]));
            }

            spectrum.Combine(coefficients, vector);
            for (var m = 0; m < members; m++)
            {
                values[(m * Lanes) + at] = vector[m];
            }
        }
    }

    // Observation i of each point, times the root of its weight: members first, the innovation last.
    private void Gather(ReadOnlySpan<Neighborhood> points, int i)
    {
        for (var lane = 0; lane < points.Length; lane++)
        {
            var has = i < points[lane].Indices.Length;
            var j = has ? points[lane].Indices[i] : 0;
            var root = has ? points[lane].Roots[i] : 0;
            var row = seen[j];
            for (var m = 0; m < row.Length; m++)
            {
                local[(m * Lanes) + lane] = root * row[m];
            }

            local[(members * Lanes) + lane] = root * innovation[j];
        }
    }

    private void Accumulate()
    {
        var y = Lane(local);
        var g = Lane(gram);
        var p = Lane(pull);
        for (var m = 0; m < members; m++)
        {
            var row = g.Slice(m * members, m + 1);
            for (var k = 0; k < row.Length; k++)
            {
                row[k] += y[m] * y[k];
            }

            p[m] += y[m] * y[members];
        }
    }

    // Divides by members - 1, mirrors, and bounds the largest eigenvalue of all lanes by the trace and the row sums.
    private double Finish()
    {
        var g = Lane(gram);
        var p = Lane(pull);
        double n1 = members - 1;
        for (var m = 0; m < members; m++)
        {
            for (var k = 0; k <= m; k++)
            {
                g[(m * members) + k] /= n1;
                g[(k * members) + m] = g[(m * members) + k];
            }

            p[m] /= n1;
        }

        var (trace, widest) = (Vector<double>.Zero, Vector<double>.Zero);
        for (var m = 0; m < members; m++)
        {
            var sum = Vector<double>.Zero;
            for (var k = 0; k < members; k++)
            {
                sum += Vector.Abs(g[(m * members) + k]);
            }

            trace += g[(m * members) + m];
            widest = Vector.Max(widest, sum);
        }

        var bound = 0.0;
        var least = Vector.Min(trace, widest);
        for (var lane = 0; lane < Lanes; lane++)
        {
            bound = Math.Max(bound, least[lane]);
        }

        return bound;
    }

    private static Span<Vector<double>> Lane(double[] values) =>
        MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());
}
