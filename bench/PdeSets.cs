using Sci.Discovery;
using Sci.Discovery.Tests;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>Series of the kinds that WSINDy and PDE-FIND publish on, made by our solvers or in closed form.</summary>
internal static class PdeSets
{
    private static readonly (string, double)[] KsTruth = [("(u^2)_x", -0.5), ("u_xx", -1), ("u_xxxx", -1)];

    public static PdeData KsFine => Of("ks-1024x251", Kuramoto(1024, 251, 0.4), KsTruth);

    public static PdeData KsCoarse => Of("ks-256x301", Kuramoto(256, 301, 0.5), KsTruth);

    public static PdeData KdvPulses => Of("kdv-400x601", Korteweg(400, 601), [("(u^2)_x", -0.5), ("u_xxx", -1)]);

    public static PdeData Inviscid => Of("inviscid-256x256", Ramp(256, 256), [("(u^2)_x", -0.5)]);

    private static PdeData Of(string name, FieldSeries series, (string, double)[] truth) =>
        new(name, series, truth, PdeData.RootMeanSquare(series));

    private static FieldSeries Line(States values, double timeSpacing, double spacing) =>
        new(new Dictionary<string, States> { ["u"] = values }, timeSpacing, spacing);

    private static FieldSeries Kuramoto(int points, int times, double interval)
    {
        var grid = Grid.Line(points, 32 * Math.PI);
        var equation = Equation.Parse(grid, "u_t = -u*u_x - u_xx - u_xxxx");
        var start = grid.Axes[0].Coordinates().Select(x => Math.Cos(x / 16) * (1 + Math.Sin(x / 16))).ToArray();
        return Line(Run(equation, start, times, interval, interval / 10), interval, grid.Axes[0].Spacing);
    }

    private static FieldSeries Korteweg(int points, int times)
    {
        var grid = Grid.Line(points, 2 * Math.PI, -Math.PI);
        var equation = Equation.Parse(grid, "u_t = -u*u_x - u_xxx");
        var start = grid.Axes[0].Coordinates().Select(x => Pulse(25, x + 2) + Pulse(16, x + 1)).ToArray();
        return Line(Run(equation, start, times, 1e-5, 1e-6), 1e-5, grid.Axes[0].Spacing);

        static double Pulse(double a, double x) => 3 * a * a / Math.Pow(Math.Cosh(0.5 * a * x), 2);
    }

    private static States Run(Equation equation, double[] start, int times, double interval, double step)
    {
        var model = new SpectralModel(equation, new Etdrk4(step));
        var values = new States(times, start.Length);
        var state = States.Of(start);
        for (var i = 0; i < times; i++)
        {
            state.Values.CopyTo(values[i]);
            model.Advance(state, (int)Math.Round(interval / step));
        }

        return values;
    }

    // A ramp from 1 down to 0 that steepens into a shock at t = 2; exact by characteristics.
    private static FieldSeries Ramp(int points, int times)
    {
        var values = new States(times, points);
        for (var i = 0; i < times; i++)
        {
            var t = 4.0 * i / (times - 1);
            for (var j = 0; j < points; j++)
            {
                var x = -4 + (8.0 * j / (points - 1));
                values[i][j] = t < 2
                    ? x <= t ? 1 : x >= 2 ? 0 : (2 - x) / (2 - t)
                    : x < 2 + (0.5 * (t - 2)) ? 1 : 0;
            }
        }

        return Line(values, 4.0 / (times - 1), 8.0 / (points - 1));
    }
}
