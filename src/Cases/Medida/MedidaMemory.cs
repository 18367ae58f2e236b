namespace Sci.Cases;

/// <summary>What the stages of a discovery hold.</summary>
internal static class MedidaMemory
{
    // Of a snapshot beside its values: its times, and where it is wanted.
    private const int Look = 12;

    /// <summary>The estimate; files of data have been read.</summary>
    public static MemoryEstimate Of(MedidaSettings settings, int threads)
    {
        if (settings.Increments is not null)
        {
            return new MemoryEstimate(MemoryEstimate.Process, isAtLeast: true);
        }

        HeldArray[] seen = [.. Truth(settings), Observed(settings)];
        HeldArray[] increments = [.. seen, .. Increments(settings)];
        HeldArray[] again = settings.Seeds > 1 ? [Observed(settings), .. Increments(settings)] : [];
        return new MemoryEstimate(
            MemoryEstimate.Process,
            settings.Discovery is not (SinglePassSettings or ConsistentSettings),
            [.. increments, .. again, .. Assimilation(settings)],
            [.. increments, .. again, .. Discovery(settings, threads)],
            [.. increments, .. Verification(settings)]);
    }

    private static IEnumerable<HeldArray> Truth(MedidaSettings settings)
    {
        if (settings.Truth is null)
        {
            yield break;
        }

        var (points, times) = ((double)settings.Grid.Points, (double)settings.Seen.Windows * settings.Seen.Times.Count);
        yield return new(
            $"the truth at {times:g10} times", times * points, 1 + (Look / points), "observations.windows, or points");
        if (settings.Verification is { } v)
        {
            yield return new(
                $"{v.Forecasts} held-back trajectories", v.Forecasts * (1 + (v.Length / v.Every)) * points, 1,
                "verification.forecasts");
        }
    }

    private static HeldArray Observed(MedidaSettings settings)
    {
        var times = (double)settings.Seen.Windows * settings.Seen.Times.Count;
        return new(
            $"observations of {times:g10} times", times * Places(settings), 1, "observations.windows, or points");
    }

    private static double Places(MedidaSettings settings) =>
        settings.Seen.RandomPoints ?? ((double)settings.Grid.Points / settings.Seen.EveryPoint);

    private static double Points(MedidaSettings settings) => settings.Model.Points ?? settings.Grid.Points;

    private static double Windows(MedidaSettings settings) =>
        settings.Seen.Windows - (settings.Assimilation is CycleSettings cycle ? cycle.BurnIn : 0);

    private static HeldArray PerWindow(MedidaSettings settings, string what, double copies) => new(
        $"{what} of {Windows(settings):g10} windows", Windows(settings) * Points(settings), copies,
        "observations.windows, or points");

    private static HeldArray[] Increments(MedidaSettings settings) =>
        settings.Discovery is SinglePassSettings ? [PerWindow(settings, "forecasts and analyses", 3)] : [];

    private static IEnumerable<HeldArray> Assimilation(MedidaSettings settings)
    {
        var points = Points(settings);
        var older = settings.Model.NeedsOlder ? 1 : 0;
        HeldArray Members(double count) => new(
            $"an ensemble of {count:g10} members of {points:g10} points", count * points, 1 + older,
            "assimilation.members, or points");
        return (settings.Discovery, settings.Assimilation) switch
        {
            (not SinglePassSettings, _) => [],
            (_, EnkfSettings enkf) =>
            [
                Members(enkf.Members), AnalysisMemory.Observed(enkf.Members, points, 1),
                .. AnalysisMemory.Gain(enkf.Members, points, points),
            ],
            (_, CycleSettings cycle) =>
            [
                Members(cycle.Members),
                .. AnalysisMemory.Of(cycle.Analysis, cycle.Members, points, Places(settings)),
            ],
            _ => [PerWindow(settings, "earlier snapshots", older)],
        };
    }

    // Beside the observations: targets, and columns where they are held.
    private static HeldArray[] Discovery(MedidaSettings settings, int threads)
    {
        var terms = settings.Discovery.Library.Terms().Count;
        var older = settings.Model.NeedsOlder ? 1 : 0;
        return settings.Discovery switch
        {
            SinglePassSettings method =>
            [
                PerWindow(settings, "targets", method.LibraryAt == LibraryTime.Midpoint ? 2 : 1),
                new($"tiles of {terms} terms", (terms + 1) * Points(settings), threads, "terms"),
            ],
            ConsistentSettings =>
            [
                PerWindow(settings, $"columns of {terms} terms", terms + 2),
                PerWindow(settings, "forecasts", Math.Min(threads, terms) * (2 + older)),
            ],
            _ => [],
        };
    }

    private static HeldArray[] Verification(MedidaSettings settings) => settings.Verification is not { } v ? [] :
    [
        new(
            $"forecasts of {v.Forecasts} trajectories", v.Forecasts * (1 + (v.Length / v.Every)) * Points(settings), 3,
            "verification.forecasts"),
    ];
}
