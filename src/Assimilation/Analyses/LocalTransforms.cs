using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Sci.Assimilation.Algebra;

namespace Sci.Assimilation;

/// <summary>The ensemble transforms of several points at once, one a vector lane, as <see cref="EnsembleTransform"/> does one.</summary>
internal sealed class LocalTransforms
{
    private readonly int members;
    private readonly Matrix seen;
    private readonly double[] innovation;
    private readonly double[] pull;
    private readonly double[] local;
    private readonly double[] gram;
    private readonly double[] vectors;

    /// <summary>Takes the whitened observed anomalies [observations, members] and innovations.</summary>
    public LocalTransforms(Matrix seen, double[] innovation)
    {
        (this.seen, this.innovation, members) = (seen, innovation, seen.Columns);
        pull = new double[members * Lanes];
        local = new double[(members + 1) * Lanes];
        gram = new double[members * members * Lanes];
        vectors = new double[members * members * Lanes];
    }

    /// <summary>Points that one call takes, at most.</summary>
    public static int Lanes => Vector512<double>.Count;

    /// <summary>Prepares the transforms of up to <see cref="Lanes"/> points; lanes without a point are left neutral.</summary>
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

        Invert();
    }

    /// <summary>Anomalies of the new members about the old mean, from the old ones, [members, lanes] each.</summary>
    public void Apply(Span<Vector512<double>> anomalies, Span<Vector512<double>> moved)
    {
        var v = Lane(vectors);
        var g = Lane(gram);
        var p = Lane(pull);
        moved.Clear();
        for (var k = 0; k < members; k++)
        {
            var vector = v.Slice(k * members, members);
            var part = Vector512<double>.Zero;
            for (var m = 0; m < members; m++)
            {
                part += vector[m] * anomalies[m];
            }

            // On the diagonal of the Gram matrix are now 1/√s; the mean moves by the pull's part over s.
            var root = g[(k * members) + k];
            var shift = part * root * root * p[k];
            part *= root;
            for (var m = 0; m < members; m++)
            {
                moved[m] += (vector[m] * part) + shift;
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

    private void Invert()
    {
        var g = Lane(gram);
        var v = Lane(vectors);
        var p = Lane(pull);
        double n1 = members - 1;
        for (var m = 0; m < members; m++)
        {
            for (var k = 0; k < m; k++)
            {
                g[(m * members) + k] /= n1;
                g[(k * members) + m] = g[(m * members) + k];
            }

            g[(m * members) + m] = (g[(m * members) + m] / n1) + Vector512<double>.One;
            p[m] /= n1;
        }

        LaneEigen.Decompose(g, v, members);
        var projected = Lane(local);
        for (var k = 0; k < members; k++)
        {
            g[(k * members) + k] = Vector512<double>.One / Vector512.Sqrt(g[(k * members) + k]);
            projected[k] = Vector512<double>.Zero;
            for (var m = 0; m < members; m++)
            {
                projected[k] += v[(k * members) + m] * p[m];
            }
        }

        projected[..members].CopyTo(p);
    }

    private static Span<Vector512<double>> Lane(double[] values) => MemoryMarshal.Cast<double, Vector512<double>>(values.AsSpan());
}
