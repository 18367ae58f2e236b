using Sci.Cases.Files;

namespace Sci.Cases;

/// <summary>Runs a system and keeps its states.</summary>
internal static class SolveStage
{
    public const string Steps = "steps";
    public const string Tail = "spectral_tail";
    public const string Courant = "courant";

    private static readonly Dictionary<string, double[]> None = [];

    public static Solution Run(
        SolveSettings settings, string folder, Checkpoint checkpoint, Action<double> progress, CancellationToken cancel)
    {
        if (settings.System is not TabulatedSystemSettings tabulated)
        {
            return SolveRun.Begin(settings, folder, checkpoint).Finish(settings, checkpoint, progress, cancel);
        }

        double[] times = [.. Enumerable.Range(0, settings.Saves + 1).Select(i => i * settings.Interval)];
        var (states, drifts) = tabulated.Solve(settings.Interval, settings.Saves);
        var figures = drifts.ToDictionary(pair => $"drift_{pair.Key}", pair => pair.Value);
        return new Solution(times, states, None, None, [], figures);
    }
}
