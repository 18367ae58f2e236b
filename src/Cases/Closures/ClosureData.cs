using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Stage 1: runs of the two-scale system.</summary>
/// <param name="Training">What is learnt from.</param>
/// <param name="Tests">What nothing is learnt from.</param>
/// <param name="Longer">The same on the longer ring.</param>
/// <param name="Forecasts">What the forecasts should give.</param>
/// <param name="LongerForecasts">The same on the longer ring.</param>
internal sealed record ClosureData(
    TwoScaleRuns Training, TwoScaleRuns Tests, TwoScaleRuns Longer, TwoScaleRuns Forecasts,
    TwoScaleRuns LongerForecasts)
{
    /// <summary>Names in the file, in the order of the constructor.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["training", "tests", "longer", "forecasts", "longer_forecasts"];

    /// <summary>The five sets in the order of the names.</summary>
    public IReadOnlyList<TwoScaleRuns> Sets => [Training, Tests, Longer, Forecasts, LongerForecasts];

    public static ClosureData Run(ClosureSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var (data, forecast) = (settings.Data, settings.Forecast);
        var (slow, longer) = (settings.System.Slow, settings.System.Slow * settings.Longer);
        var random = new RandomSource(settings.Seed)["data"];
        var leads = forecast.Leads;
        return Of(
            Set(0, slow, data.Runs, data.Every, data.Snapshots),
            Set(1, slow, data.TestRuns, data.Every, data.Snapshots),
            Set(2, longer, data.TestRuns, data.Every, data.Snapshots),
            Set(3, slow, forecast.Runs, forecast.Every, leads), Set(4, longer, forecast.Runs, forecast.Every, leads));

        TwoScaleRuns Set(int number, int size, int runs, double every, int snapshots) => TwoScaleRuns.Of(
            settings.System, size, runs, data.SpinUp, every, snapshots, random[Names[number]],
            part => progress((number + part) / Names.Count), cancel);
    }

    public static ClosureData Of(params IReadOnlyList<TwoScaleRuns> sets) =>
        new(sets[0], sets[1], sets[2], sets[3], sets[4]);

    /// <summary>Slow variables and effects as pairs for a network.</summary>
    public static Samples Pairs(TwoScaleRuns runs, ScalarType type) => Samples.Of(runs.Slow, runs.Effects, type);
}
