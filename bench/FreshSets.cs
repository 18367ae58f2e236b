using Sci.Discovery;
using Sci.Discovery.Tests;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>
/// Series of other equations than the six of the main suite, from starts that no rule of the weak form was chosen with.
/// </summary>
internal static class FreshSets
{
    private static readonly RandomSource Starts = new(3);

    /// <summary>The twelve sets.</summary>
    public static IEnumerable<PdeData> All() =>
    [
        Of("two-bumps", "u_t = -u*u_x + 0.15*u_xx", Grid.Line(256, 16, -8), TwoBumps, 101, 0.1, 10,
            ("(u^2)_x", -0.5), ("u_xx", 0.15)),
        Random("burgers", "u_t = -u*u_x + 0.05*u_xx", 12, 4, "a", 121, 0.05, 10, ("(u^2)_x", -0.5), ("u_xx", 0.05)),
        Of("three-solitons", "u_t = -6*u*u_x - u_xxx", Grid.Line(512, 60, -30), Solitons, 201, 0.05, 20,
            ("(u^2)_x", -3), ("u_xxx", -1)),
        Of("zabusky", "u_t = -u*u_x - 0.000484*u_xxx", Grid.Line(256, 2), x => Math.Cos(Math.PI * x), 251, 0.006, 10,
            ("(u^2)_x", -0.5), ("u_xxx", -0.000484)),
        Developed("ks-22pi", Grid.Line(512, 22 * Math.PI)),
        Random("ks-100", "u_t = -u*u_x - u_xx - 0.8*u_xxxx", 100, 8, "c", 301, 0.5, 5,
            ("(u^2)_x", -0.5), ("u_xx", -1), ("u_xxxx", -0.8)),
        Random("swift-hohenberg", "u_t = -0.5*u - 2*u_xx - u_xxxx + 0.8*u^2 - u^3", 60, 10, "d", 201, 0.1, 4,
            ("u", -0.5), ("u_xx", -2), ("u_xxxx", -1), ("u^2", 0.8), ("u^3", -1)),
        Random("fisher", "u_t = u - u^2 + 0.5*u_xx", 40, 5, "e", 151, 0.05, 4, ("u", 1), ("u^2", -1), ("u_xx", 0.5)),
        Random("porous", "u_t = 0.1*(u^2)_xx", 10, 3, "f", 151, 0.02, 20, ("(u^2)_xx", 0.1)),
        Of("mkdv", "u_t = -6*u^2*u_x - u_xxx", Grid.Line(400, 30, -15), x => (1.6 / Math.Cosh(1.6 * (x + 9)))
            + (1 / Math.Cosh(x + 1)),
            301, 0.02, 20, ("(u^3)_x", -2), ("u_xxx", -1)),
        Random(
            "allen-cahn", "u_t = u - u^3 + 0.1*u_xx", 20, 8, "g", 151, 0.04, 4, ("u", 1), ("u^3", -1), ("u_xx", 0.1)),
        Wave(256, 256),
    ];

    private static PdeData Of(
        string name, string equation, Grid grid, Func<double, double> start, int times, double interval, int steps,
        params (string, double)[] truth) =>
        Of(name, equation, grid, [.. grid.Axes[0].Coordinates().Select(start)], times, interval, steps, truth);

    private static PdeData Of(
        string name, string equation, Grid grid, double[] start, int times, double interval, int steps,
        (string, double)[] truth)
    {
        var series = SolverData.Run(Equation.Parse(grid, equation), start, times, interval, steps);
        var open = new FieldSeries(
            new Dictionary<string, States> { ["u"] = series["u"] }, interval, grid.Axes[0].Spacing);
        return new PdeData(name, open, truth, PdeData.RootMeanSquare(open));
    }

    // From modes of random amplitudes; some equations want them positive or small.
    private static PdeData Random(
        string name, string equation, double length, int modes, string stream, int times, double interval, int steps,
        params (string, double)[] truth)
    {
        var grid = Grid.Line(256, length);
        Func<double, double> shape = name switch
        {
            "swift-hohenberg" => value => 0.5 * value,
            "fisher" => value => 0.15 * Math.Exp(0.7 * value),
            "porous" => value => 1.5 + (0.45 * value),
            "allen-cahn" => value => 0.3 * value,
            _ => value => value,
        };
        double[] start = [.. SolverData.Smooth(grid, modes, Starts[stream]).Select(shape)];
        return Of(name, equation, grid, start, times, interval, steps, truth);
    }

    private static PdeData Developed(string name, Grid grid)
    {
        const string equation = "u_t = -u*u_x - u_xx - u_xxxx";
        var spin = SolverData.Run(Equation.Parse(grid, equation), SolverData.Smooth(grid, 8, Starts["b"]), 80, 0.5, 5);
        return Of(name, equation, grid, spin["u"][79].ToArray(), 251, 0.4, 4,
            [("(u^2)_x", -0.5), ("u_xx", -1), ("u_xxxx", -1)]);
    }

    private static double TwoBumps(double x) => Math.Exp(-(x + 3) * (x + 3)) + (0.6 * Math.Exp(-2 * (x - 1) * (x - 1)));

    private static double Solitons(double x)
    {
        return Soliton(4, -20) + Soliton(2.5, -10) + Soliton(1, 5);

        double Soliton(double speed, double from) =>
            0.5 * speed / Math.Pow(Math.Cosh(0.5 * Math.Sqrt(speed) * (x - from)), 2);
    }

    // The N-wave of the inviscid equation, u = x/t between its shocks.
    private static PdeData Wave(int points, int times)
    {
        var values = new States(times, points);
        for (var i = 0; i < times; i++)
        {
            var t = 1 + (4.0 * i / (times - 1));
            for (var j = 0; j < points; j++)
            {
                var x = -3 + (8.0 * j / (points - 1));
                values[i][j] = x > -1.2 * Math.Sqrt(t) && x < 1.9 * Math.Sqrt(t) ? x / t : 0;
            }
        }

        var series = new FieldSeries(
            new Dictionary<string, States> { ["u"] = values }, 4.0 / (times - 1), 8.0 / (points - 1));
        return new PdeData("n-wave", series, [("(u^2)_x", -0.5)], PdeData.RootMeanSquare(series));
    }
}
