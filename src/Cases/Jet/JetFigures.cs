using Sci.Cases.Figures;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The figures of a report.</summary>
internal static class JetFigures
{
    private static readonly string[] Runs = ["truth", "wrong model", "corrected model"];

    public static FieldImages Streams(JetTruth truth)
    {
        var q = truth.Starts.Slice(0, 1);
        var laplacians = JetFlow.Laplacians(JetFlow.ToStreams(q));
        return Map("vorticity", "Relative vorticity of the two layers at the beginning of the first pair.", "vorticity",
            [new Panel("upper layer", Layer(laplacians, 0)), new Panel("lower layer", Layer(laplacians, 1))]);
    }

    public static FieldImages Interpolated(JetTruth truth, States starts)
    {
        var (exact, made) = (JetFlow.Laplacians(JetFlow.ToStreams(truth.Starts.Slice(0, 1))),
            JetFlow.Laplacians(JetFlow.ToStreams(starts.Slice(0, 1))));
        return Map("interpolated",
            "Vorticity of the upper layer: true, as interpolated from the sensors, and the error.", "vorticity",
            [new Panel("truth", Layer(exact, 0)), new Panel("interpolated", Layer(made, 0)),
                new Panel("error", Difference(Layer(made, 0), Layer(exact, 0)))]);
    }

    /// <summary>What the wrong and the corrected model miss after the interval, from the true start.</summary>
    public static FieldImages Increments(JetSettings settings, JetTruth truth, JetFound found)
    {
        var wrong = JetFlow.Model(settings.WrongJet, settings.TimeStep);
        var corrected = wrong.With(JetResult.Corrected(wrong.Equation, found));
        var steps = (int)Math.Round(settings.Observations.Interval / settings.TimeStep);
        States Increment(Sci.Solvers.SpectralModel model)
        {
            var state = truth.Starts.Slice(0, 1);
            model.Advance(state, steps);
            for (var i = 0; i < state.Size; i++)
            {
                state[0][i] = (truth.Ends[0][i] - state[0][i]) / settings.Observations.Interval;
            }

            return state;
        }

        var (before, after) = (Increment(wrong), Increment(corrected));
        return Map("increments",
            "Truth minus forecast from the same true state, over the interval: what the models lack.",
                "increment of q over time",
            [
                new Panel("upper, wrong", Layer(before, 0)),
                new Panel("lower, wrong", Layer(before, 1)),
                new Panel("upper, corrected", Layer(after, 0)),
                new Panel("lower, corrected", Layer(after, 1)),
            ]);
    }

    public static Curves Elimination(JetFound found, double price)
    {
        double[] left = [.. Enumerable.Range(0, found.Costs.Count).Select(i => (double)(found.Costs.Count - i))];
        return new Curves(
            "elimination",
            "χ² of the weakest candidate that is left; those below the line are dropped.",
            FigureAxis.Linear("candidates left"),
            FigureAxis.Logarithmic("χ²"),
            [
                Series.Of("weakest candidate", left, [.. found.Costs.Select(cost => Math.Max(cost, 1e-3))]),
                Series.Reference("price of a term", [1, Math.Max(1, found.Costs.Count)], [price, price]),
            ]);
    }

    /// <summary>Error and spread of the filter's forecasts and analyses in the first window, layer by layer.</summary>
    public static IEnumerable<Curves> Filter(JetSettings settings, JetFiltered filtered)
    {
        var window = (JetLetkfSettings)settings.Interpolation!;
        double[] times = [.. Enumerable.Range(1, window.Cycles).Select(time => time * window.Every)];
        for (var layer = 0; layer < 2; layer++)
        {
            Series Of(string name, States of, int column) =>
                Series.Of(name, times, [.. Enumerable.Range(0, window.Cycles).Select(row => of[row][column])]);
            yield return new Curves(
                $"filter-psi{layer + 1}",
                $"Root mean square error and spread of psi{layer + 1} in the first window over the field's deviation.",
                FigureAxis.Linear("time"),
                FigureAxis.Logarithmic("over the field's deviation"),
                [
                    Of("error, forecast", filtered.Errors, layer),
                    Of("spread, forecast", filtered.Spreads, layer),
                    Of("error, analysis", filtered.Errors, layer + 2),
                    Of("spread, analysis", filtered.Spreads, layer + 2),
                ]);
        }
    }

    /// <summary>What each interpolant makes of each wave: 1 where it knows nothing of it.</summary>
    public static Curves Spectra(ComparedInterpolants compared)
    {
        var truth = compared.Spectra[0].ToArray();
        double[] waves = [.. Enumerable.Range(1, truth.Length - 2).Select(mode => (double)mode)];
        return new Curves(
            "spectral-bias",
            "Amplitude of the error of ψ1 over that of ψ1 itself, wave by wave along x, mean over y.",
            FigureAxis.Logarithmic("waves along x"),
            FigureAxis.Logarithmic("error over truth"),
            [.. compared.Names.Select((name, i) => Series.Of(name, waves,
                [.. waves.Select(mode => compared.Spectra[i + 1][(int)mode] / truth[(int)mode])]))]);
    }

    public static List<DrawnFigure> Climate(JetClimate climate, FigureFolder figures)
    {
        var y = JetFlow.Grid.Axes[0].Coordinates();
        double[] waves = [.. Enumerable.Range(1, climate.Spectra.Size - 1).Select(mode => (double)mode)];
        Series[] Each(States rows, double[] x, int layer, int first) =>
            [.. Runs.Select((run, i) => Series.Of(run, x, rows[(2 * i) + layer][first..].ToArray()))];
        return
        [
            figures.Draw(new Curves("wind", "Mean zonal wind of the upper layer.", FigureAxis.Linear("y"),
                FigureAxis.Linear("wind"), Each(climate.Wind, y, 0, 0))),
            figures.Draw(new Curves("wind-lower", "Mean zonal wind of the lower layer.", FigureAxis.Linear("y"),
                FigureAxis.Linear("wind"), Each(climate.Wind, y, 1, 0))),
            figures.Draw(new Curves("spectrum", "Mean spectrum of the meridional wind of the upper layer along x.",
                FigureAxis.Logarithmic("waves along x"), FigureAxis.Logarithmic("power"),
                    Each(climate.Spectra, waves, 0, 1))),
            figures.Draw(new Curves("energy", "Eddy kinetic energy of the upper layer.",
                FigureAxis.Linear("time"), FigureAxis.Linear("energy"), Each(climate.History, climate.Times, 0, 0))),
            figures.Draw(new Curves("errors", "Relative error of the forecasts of ψ1.", FigureAxis.Linear("lead time"),
                FigureAxis.Logarithmic("error"),
                [
                    Series.Of(Runs[1], climate.Times, climate.Errors[0].ToArray()),
                    Series.Of(Runs[2], climate.Times, climate.Errors[1].ToArray()),
                ])),
        ];
    }

    private static FieldImages Map(string name, string caption, string quantity, IReadOnlyList<Panel> panels)
    {
        var (y, x) = (JetFlow.Grid.Axes[0], JetFlow.Grid.Axes[1]);
        return new FieldImages(
            name, caption, new Extent("x", x.Origin, x.Coordinate(x.Points - 1)),
                new Extent("y", y.Origin, y.Coordinate(y.Points - 1)), quantity, true, panels);
    }

    private static States Layer(States fields, int layer)
    {
        var (rows, columns) = (JetFlow.Grid.Axes[0].Points, JetFlow.Grid.Axes[1].Points);
        return new States(rows, columns, fields[0].Slice(layer * JetFlow.Points, JetFlow.Points).ToArray());
    }

    private static States Difference(States a, States b) =>
        new(a.Count, a.Size, [.. a.Values.ToArray().Zip(b.Values.ToArray(), (x, y) => x - y)]);
}
