using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Basis fields of space and time: principal components of solutions, with their derivatives.</summary>
/// <remarks>
/// A component is a combination of solutions, and its rate is the same combination of theirs, which the equation gives;
/// differences in time would miss the steep beginning. Space is differenced as in the solver.
/// </remarks>
internal sealed class SorptionBasis
{
    private const double MostInitial = 0.2;
    private const int StepsAnInterval = 8;
    private const int Waves = 8;

    private readonly ExpertsSettings settings;
    private readonly DiffusionSorption solver;
    private readonly States modes;
    private readonly States rates;

    public SorptionBasis(ExpertsSettings settings)
    {
        this.settings = settings;
        solver = new DiffusionSorption(settings.Points);
        var snapshots = new States(settings.Training, (settings.Intervals + 1) * settings.Points);
        for (var k = 0; k < settings.Training; k++)
        {
            Solve(Draw(new RandomSource(settings.Seed)["training"][k])).Values.CopyTo(snapshots[k]);
        }

        var (u, values, v) = (new States(snapshots.Count, snapshots.Count), new double[snapshots.Count],
            new States(snapshots.Count, snapshots.Size));
        Blas.Svd(MatrixSpan.Of(snapshots), MatrixSpan.Of(u), values, MatrixSpan.Of(v));
        modes = v.Slice(0, settings.Basis);
        rates = new States(settings.Basis, snapshots.Size);
        var combinations = new States(settings.Basis, settings.Training);
        Start = new double[settings.Basis];
        for (var j = 0; j < settings.Basis; j++)
        {
            for (var k = 0; k < settings.Training; k++)
            {
                combinations[j][k] = u[k][j] / values[j];
            }

            Start[j] = values[j] * Enumerable.Range(0, snapshots.Count).Average(k => u[k][j]);
        }

        Blas.Gemm(1, MatrixSpan.Of(combinations), MatrixSpan.Of(Rates(snapshots)), 0, MatrixSpan.Of(rates));
    }

    /// <summary>Mean coefficients of the solutions that the basis is made from: where a solve starts.</summary>
    public double[] Start { get; }

    private double Spacing => 1.0 / (settings.Points - 1);

    private double Interval => settings.Duration / settings.Intervals;

    /// <summary>A smooth initial state between 0 and 0.2.</summary>
    public double[] Draw(RandomSource random)
    {
        double[] waves = [.. Enumerable.Range(0, Waves).Select(m => random.Normal())];
        return [.. Enumerable.Range(0, settings.Points).Select(i => MostInitial / 2
            * (1 + Math.Tanh(waves.Select((a, m) => a * Math.Cos(m * Math.PI * i * Spacing)).Sum() / 2)))];
    }

    /// <summary>The solution from an initial state, shape [times, points].</summary>
    public States Solve(double[] initial) => solver.Solve(initial, Interval, settings.Intervals, StepsAnInterval);

    /// <summary>u of the basis at rows (time, point), shape [rows, basis].</summary>
    public States Values(IReadOnlyList<(int Time, int Point)> rows)
    {
        var values = new States(rows.Count, settings.Basis);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var j = 0; j < settings.Basis; j++)
            {
                values[r][j] = At(modes, j, rows[r].Time, rows[r].Point);
            }
        }

        return values;
    }

    /// <summary>u, u_t, u_x and u_xx of the basis for rows (time, point), each of shape [rows, basis].</summary>
    public States[] Channels(IReadOnlyList<(int Time, int Point)> rows)
    {
        States[] channels = [.. Enumerable.Range(0, 4).Select(_ => new States(rows.Count, settings.Basis))];
        for (var r = 0; r < rows.Count; r++)
        {
            var (k, i) = rows[r];
            for (var j = 0; j < settings.Basis; j++)
            {
                var isInside = k > 0 && i > 0 && i < settings.Points - 1;
                channels[0][r][j] = At(modes, j, k, i);
                channels[1][r][j] = isInside ? At(rates, j, k, i) : 0;
                channels[2][r][j] = i == 0 ? 0 : (At(modes, j, k, i) - At(modes, j, k, i - 1)) / Spacing;
                channels[3][r][j] = isInside ? Bend(modes, j, k, i) : 0;
            }
        }

        return channels;
    }

    private States Rates(States snapshots)
    {
        var derivatives = new States(snapshots.Count, snapshots.Size);
        for (var s = 0; s < snapshots.Count; s++)
        {
            for (var k = 1; k <= settings.Intervals; k++)
            {
                for (var i = 1; i < settings.Points - 1; i++)
                {
                    derivatives[s][(k * settings.Points) + i] = DiffusionSorption.Diffusivity
                        / DiffusionSorption.Retardation(At(snapshots, s, k, i)) * Bend(snapshots, s, k, i);
                }
            }
        }

        return derivatives;
    }

    private double Bend(States fields, int field, int time, int point) =>
        (At(fields, field, time, point - 1) - (2 * At(fields, field, time, point)) + At(fields, field, time, point + 1))
            / (Spacing * Spacing);

    private double At(States fields, int field, int time, int point) => fields[field][(time * settings.Points) + point];
}
