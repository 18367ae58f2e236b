using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests;

/// <summary>Series that our own solvers make of an equation.</summary>
internal static class SolverData
{
    /// <summary>Runs an equation from a start and keeps every field.</summary>
    public static FieldSeries Run(Equation equation, double[] start, int times, double interval, int steps)
    {
        var model = new SpectralModel(equation, new Etdrk4(interval / steps));
        var (state, points) = (States.Of(start), equation.Grid.Points);
        var fields = equation.Fields.ToDictionary(field => field, _ => new States(times, points));
        for (var time = 0; time < times; time++)
        {
            for (var i = 0; i < equation.Fields.Count; i++)
            {
                state.Values.Slice(i * points, points).CopyTo(fields[equation.Fields[i]][time]);
            }

            model.Advance(state, steps);
        }

        return new FieldSeries(fields, interval, equation.Grid, isPeriodic: true);
    }

    /// <summary>The same with white noise, a fraction of each field's root mean square.</summary>
    public static FieldSeries Noisy(FieldSeries series, double fraction, RandomSource random)
    {
        var fields = series.Fields.ToDictionary(field => field, field => series[field].Clone());
        foreach (var (name, field) in fields)
        {
            var draws = random[name];
            var deviation = fraction * Math.Sqrt(field.Values.ToArray().Average(value => value * value));
            for (var i = 0; i < field.Values.Length && !series.KnownNoise.ContainsKey(name); i++)
            {
                field.Values[i] += deviation * draws.Normal();
            }
        }

        return new FieldSeries(fields, series.TimeSpacing, series.Grid, series.IsPeriodic) { KnownNoise = series.KnownNoise };
    }

    /// <summary>A smooth random field: modes up to a wavenumber along every axis, root mean square 1.</summary>
    public static double[] Smooth(Grid grid, int modes, RandomSource random)
    {
        var field = new double[grid.Points];
        var (x, y) = (grid.Axes[^1], grid.Dimensions > 1 ? grid.Axes[0] : null);
        for (var ky = y is null ? 0 : -modes; ky <= (y is null ? 0 : modes); ky++)
        {
            for (var kx = 0; kx <= modes; kx++)
            {
                var (amplitude, phase) =
                    (random.Normal() / (1 + (kx * kx) + (ky * ky)), 2 * Math.PI * random.Uniform());
                for (var i = 0; i < field.Length && (kx, ky) != (0, 0); i++)
                {
                    var angle = (2 * Math.PI * kx * (i % x.Points) / x.Points)
                        + (2 * Math.PI * ky * (i / x.Points) / (y?.Points ?? 1));
                    field[i] += amplitude * Math.Cos(angle + phase);
                }
            }
        }

        var rms = Math.Sqrt(field.Average(value => value * value));
        return Array.ConvertAll(field, value => value / rms);
    }
}
