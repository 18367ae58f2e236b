using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Basis fields of space and time with their derivatives by differences.</summary>
internal sealed class SorptionBasis
{
    private const double MostInitial = 0.2;
    private const int StepsAnInterval = 8;

    private readonly ExpertsSettings settings;
    private readonly DiffusionSorption solver;
    private readonly States modes;

    public SorptionBasis(ExpertsSettings settings)
    {
        this.settings = settings;
        solver = new DiffusionSorption(settings.Points);
        var snapshots = new States(settings.Training, (settings.Intervals + 1) * settings.Points);
        for (var k = 0; k < settings.Training; k++)
        {
            Solve(MostInitial * k / (settings.Training - 1)).Values.CopyTo(snapshots[k]);
        }

        var (u, values, v) = (new States(snapshots.Count, snapshots.Count), new double[snapshots.Count], new States(snapshots.Count, snapshots.Size));
        Blas.Svd(MatrixSpan.Of(snapshots), MatrixSpan.Of(u), values, MatrixSpan.Of(v));
        modes = v.Slice(0, settings.Basis);
        Start = new double[settings.Basis];
        for (var j = 0; j < settings.Basis; j++)
        {
            Start[j] = values[j] * Enumerable.Range(0, snapshots.Count).Average(k => u[k][j]);
        }
    }

    /// <summary>Mean coefficients of the solutions that the basis is made from: where a solve starts.</summary>
    public double[] Start { get; }

    private double Spacing => 1.0 / (settings.Points - 1);

    private double Interval => settings.Duration / settings.Intervals;

    public static double Draw(RandomSource random) => MostInitial * random.Uniform();

    /// <summary>The solution from a constant initial value, shape [times, points].</summary>
    public States Solve(double initial) => solver.Solve(initial, Interval, settings.Intervals, StepsAnInterval);

    /// <summary>u of the basis at rows (time, point), shape [rows, basis].</summary>
    public States Values(IReadOnlyList<(int Time, int Point)> rows)
    {
        var values = new States(rows.Count, settings.Basis);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var j = 0; j < settings.Basis; j++)
            {
                values[r][j] = At(j, rows[r].Time, rows[r].Point);
            }
        }

        return values;
    }

    /// <summary>u, u_t, u_x and u_xx of the basis for rows (time, point), each of shape [rows, basis].</summary>
    /// <remarks>Inside they belong to the middle of the interval before the time; at ends and at the start to the time itself.</remarks>
    public States[] Channels(IReadOnlyList<(int Time, int Point)> rows)
    {
        States[] channels = [.. Enumerable.Range(0, 4).Select(_ => new States(rows.Count, settings.Basis))];
        for (var r = 0; r < rows.Count; r++)
        {
            var (k, i) = rows[r];
            for (var j = 0; j < settings.Basis; j++)
            {
                var isInside = k > 0 && i > 0 && i < settings.Points - 1;
                channels[0][r][j] = isInside ? 0.5 * (At(j, k, i) + At(j, k - 1, i)) : At(j, k, i);
                channels[1][r][j] = isInside ? (At(j, k, i) - At(j, k - 1, i)) / Interval : 0;
                channels[2][r][j] = i == 0 ? 0 : (At(j, k, i) - At(j, k, i - 1)) / Spacing;
                channels[3][r][j] = isInside ? 0.5 * (Bend(j, k, i) + Bend(j, k - 1, i)) : 0;
            }
        }

        return channels;
    }

    private double Bend(int mode, int time, int point) =>
        (At(mode, time, point - 1) - (2 * At(mode, time, point)) + At(mode, time, point + 1)) / (Spacing * Spacing);

    private double At(int mode, int time, int point) => modes[mode][(time * settings.Points) + point];
}
