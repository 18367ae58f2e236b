using Sci.Numerics;

namespace Sci.Cases;

/// <summary>
/// Basis fields of a part of the line and all times: principal components of solutions there, with their derivatives.
/// </summary>
/// <remarks>
/// A component is a combination of solutions, and its rate is the same combination of theirs. Space is differenced as
/// in the solver; for that a part reaches one point beyond what it answers for.
/// </remarks>
internal sealed class SorptionBasis
{
    private readonly ExpertsSettings settings;
    private readonly int from;
    private readonly int width;
    private readonly States modes;
    private readonly States rates;

    /// <param name="settings">The case.</param>
    /// <param name="solutions">What the components are of.</param>
    /// <param name="from">First point.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="count">Number of components.</param>
    public SorptionBasis(ExpertsSettings settings, SorptionSolutions solutions, int from, int to, int count)
    {
        (this.settings, this.from, width) = (settings, from, to - from);
        var snapshots = Part(solutions.Fields);
        var (u, values, v) = (new States(snapshots.Count, snapshots.Count), new double[snapshots.Count],
            new States(snapshots.Count, snapshots.Size));
        Blas.Svd(MatrixSpan.Of(snapshots), MatrixSpan.Of(u), values, MatrixSpan.Of(v));
        modes = v.Slice(0, count);
        rates = new States(count, snapshots.Size);
        var combinations = new States(count, snapshots.Count);
        Start = new double[count];
        for (var j = 0; j < count; j++)
        {
            for (var k = 0; k < snapshots.Count; k++)
            {
                combinations[j][k] = u[k][j] / values[j];
            }

            Start[j] = values[j] * Enumerable.Range(0, snapshots.Count).Average(k => u[k][j]);
        }

        Blas.Gemm(1, MatrixSpan.Of(combinations), MatrixSpan.Of(Part(solutions.Rates)), 0, MatrixSpan.Of(rates));
    }

    /// <summary>Number of components.</summary>
    public int Count => modes.Count;

    /// <summary>Mean coefficients of the solutions that the basis is made from: where a solve starts.</summary>
    public double[] Start { get; }

    /// <summary>u of the basis at a row (time, point), shape [basis].</summary>
    public double[] Values((int Time, int Point) row) =>
        [.. Enumerable.Range(0, Count).Select(j => At(modes, j, row.Time, row.Point))];

    /// <summary>u, u_t, u_x and u_xx of the basis for rows (time, point), each of shape [rows, basis].</summary>
    public States[] Channels(IReadOnlyList<(int Time, int Point)> rows)
    {
        States[] channels = [.. Enumerable.Range(0, 4).Select(_ => new States(rows.Count, Count))];
        var spacing = settings.Spacing;
        for (var r = 0; r < rows.Count; r++)
        {
            var (k, i) = rows[r];
            var isInside = k > 0 && i > 0 && i < settings.Points - 1;
            for (var j = 0; j < Count; j++)
            {
                var u = At(modes, j, k, i);
                channels[0][r][j] = u;
                channels[1][r][j] = isInside ? At(rates, j, k, i) : 0;
                channels[2][r][j] = i == settings.Points - 1 ? (u - At(modes, j, k, i - 1)) / spacing : 0;
                channels[3][r][j] = isInside
                    ? (At(modes, j, k, i - 1) - (2 * u) + At(modes, j, k, i + 1)) / (spacing * spacing)
                    : 0;
            }
        }

        return channels;
    }

    private States Part(States fields)
    {
        var part = new States(fields.Count, (settings.Intervals + 1) * width);
        for (var s = 0; s < fields.Count; s++)
        {
            for (var k = 0; k <= settings.Intervals; k++)
            {
                fields[s].Slice((k * settings.Points) + from, width).CopyTo(part[s][(k * width)..]);
            }
        }

        return part;
    }

    private double At(States fields, int field, int time, int point) => fields[field][(time * width) + point - from];
}
