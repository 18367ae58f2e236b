using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests.Loop;

/// <summary>A small Kuramoto-Sivashinsky truth, made with a finer grid and step than any model of the tests.</summary>
internal static class KuramotoSivashinsky
{
    public const double Length = 50;
    public const string Truth = "u_t = -u*u_x - u_xx - u_xxxx";

    private const int Points = 256;
    private const int StepsPerUnit = 200;
    private static readonly Lazy<States> Units = new(Integrate);

    public static IReadOnlyList<Term> Library { get; } =
    [
        .. from derivative in Enumerable.Range(0, 5)
           from power in Enumerable.Range(0, 5)
           where derivative > 0 || power > 0
           select Term.Parse(Text(power, derivative)),
    ];

    /// <summary>Windows of snapshots one time unit apart, with white noise of a fraction of their deviation.</summary>
    public static Window[] Windows(int windows, int snapshots, double noise, ulong seed, int stride)
    {
        var random = new RandomSource(seed);
        var times = Enumerable.Range(0, snapshots).Select(i => (double)i).ToArray();
        return [.. Enumerable.Range(0, windows).Select(window =>
        {
            var rows = new States(snapshots, Points / stride);
            for (var i = 0; i < snapshots; i++)
            {
                var exact = Units.Value[(window * (snapshots + 2)) + i];
                for (var j = 0; j < rows.Size; j++)
                {
                    rows[i][j] = exact[j * stride] + (noise * 1.3 * random[window][i].NormalAt(j));
                }
            }

            return new Window(rows, times);
        })];
    }

    public static SolverInTheLoop Method(SolverFactory solver) => new(
        solver,
        0.05,
        Library,
        new SupersetBackward(new KnownVariance(1), new InformationPenalty(), 0, []),
        new DifferenceGuess(new SupersetBackward(new EstimatedVariance(1e-6), new InformationPenalty(), 0, [])),
        new TrustedBand(Resolved: 42),
        12,
        new Differences(Coarsening: 4),
        new Growing(Factor: 3),
        new EstimatedStarts());

    private static double NormalAt(this RandomSource random, int index) => random[index].Normal();

    private static string Text(int power, int derivative)
    {
        var u = power switch { 0 => "", 1 => "u", _ => $"u^{power}" };
        var d = derivative == 0 ? "" : $"u_{new string('x', derivative)}";
        return u.Length > 0 && d.Length > 0 ? $"{u}*{d}" : u + d;
    }

    private static States Integrate()
    {
        var grid = Grid.Line(Points, Length);
        var model = new SpectralModel(Equation.Parse(grid, Truth), new Etdrk4(1.0 / StepsPerUnit));
        var state = States.Of([.. grid.Axes[0].Coordinates().Select(
            x => Math.Cos(2 * Math.PI * x / Length) * (1 + Math.Sin(4 * Math.PI * x / Length)))]);
        model.Advance(state, 100 * StepsPerUnit);
        var units = new States(130, Points);
        for (var i = 0; i < units.Count; i++)
        {
            state[0].CopyTo(units[i]);
            model.Advance(state, StepsPerUnit);
        }

        return units;
    }
}
