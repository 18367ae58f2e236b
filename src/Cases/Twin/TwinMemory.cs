namespace Sci.Cases;

/// <summary>What the runs of a twin experiment hold: one run a seed, as many at once as there are threads.</summary>
internal static class TwinMemory
{
    // Values of a state above which the figures of a report count, too.
    private const int Large = 1 << 14;

    // Resident bytes with small arrays where nothing is transformed, measured: no FFTW, and less code.
    private const double ProcessWithoutTransforms = 95e6;

    // Errors, spreads and scores of an analysis.
    private const int Figures = 7;

    public static MemoryEstimate Of(TwinSettings settings, int threads)
    {
        var (system, method) = (settings.System, settings.Assimilation);
        var runs = Math.Min(settings.Seeds, threads);
        var isSpectral = system is KuramotoSivashinskySettings or QuasiGeostrophicSettings;
        double size = system.Grid.Points * (double)system.Fields;
        var network = settings.Observations;
        double seen = network.Places.On(system.Grid, system.Fields, network.Variance)(0).Count;
        HeldArray[] run =
        [
            .. Ensembles(method, size, seen), .. Smoothed(method, size),
            .. NeedsClimate(method) ? Climate(settings, size) : [],
        ];
        return new MemoryEstimate(
            isSpectral ? MemoryEstimate.Process : ProcessWithoutTransforms,
            size > Large || method is SmootherMethodSettings or IterativeMethodSettings,
            [
                .. run.Select(held => held with { Copies = held.Copies * runs }),
                .. isSpectral ? [SchemeMemory.Of(size, method.States, threads)] : Array.Empty<HeldArray>(),
                new(
                    $"the figures of {settings.Analyses} analyses", (double)settings.Seeds * settings.Analyses, Figures,
                    "analyses"),
            ]);
    }

    // The members, those of the last time and the forecasts that innovations are counted with.
    private static IReadOnlyList<HeldArray> Ensembles(MethodSettings method, double size, double seen)
    {
        double members = method.States;
        HeldArray ensemble = new(
            $"ensembles of {members:g10} members of {size:g10} values", members * size, members > 1 ? 3 : 2, "members");
        IReadOnlyList<HeldArray> analysis = method switch
        {
            FilterMethodSettings filter => AnalysisMemory.Of(filter.Analysis, members, size, seen),
            IterativeMethodSettings => [AnalysisMemory.Observed(members, seen, 2)],
            _ => [],
        };
        var held = analysis.Where(each => each.Numbers == members * seen).Sum(each => each.Copies);
        return [ensemble, .. analysis, AnalysisMemory.Observed(members, seen, Math.Max(0, 2 - held))];
    }

    private static HeldArray[] Smoothed(MethodSettings method, double size)
    {
        HeldArray Past(int states, int lag) => new(
            $"ensembles of the last {lag} times", states * size * (lag + 1.0), 2, "members, or a shorter lag");
        return method switch
        {
            SmootherMethodSettings smoother => [Past(smoother.Members, smoother.Lag)],
            IterativeMethodSettings iterative => [Past(iterative.Members, 0)],
            _ => [],
        };
    }

    private static bool NeedsClimate(MethodSettings method) => method is not (
        EnsembleMethodSettings or SmootherMethodSettings or IterativeMethodSettings);

    // The run, its anomalies, covariance, eigenvectors and factor, and that factor scaled.
    private static HeldArray[] Climate(TwinSettings settings, double size) =>
    [
        new($"{settings.Climate.States} states of the climate", settings.Climate.States * size, 2, "climate.states"),
        new($"the climate's covariance of {size:g10} values", size * size, 4, "points"),
    ];
}
