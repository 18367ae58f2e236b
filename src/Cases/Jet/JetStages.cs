using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>
/// The stages of one experiment with their files: each is read where its file fits, else computed and written.
/// </summary>
internal sealed class JetStages(ExperimentRun<JetSettings> run, StageStore store)
{
    // Raised when a stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";

    private readonly JetSettings settings = run.Experiment.Settings;
    private readonly RandomSource random = new(run.Experiment.Settings.Seed);
    private readonly RunStages<JetSettings> stages = new(run, store);
    private Fingerprint startPrint;
    private Fingerprint truthPrint;
    private Fingerprint observedPrint;
    private Fingerprint filterPrint;
    private Fingerprint foundPrint;

    private string StartFile =>
        settings.Start is JetStartFile file ? Path.Combine(run.CaseFolder, file.File) : run.CaseFolder;

    public States Starts()
    {
        if (settings.Start is JetStartFile file)
        {
            startPrint = File.Exists(StartFile) ? Fingerprint.OfFile(StartFile) : default;
            return JetStartStage.FromFile(run.CaseFolder, file);
        }

        startPrint = Print("start", [settings.Truth, settings.Start], Steps);
        return stages.Of("0-start", "spin-up", startPrint, JetStartStage.Read,
            (checkpoint, progress) =>
                JetStartStage.SpinUp(settings, (JetSpinUp)settings.Start, checkpoint, random["start"], progress,
                    run.Cancel),
            JetStartStage.Write,
            climate => $"{climate.Count} states of the climate");
    }

    public JetTruth Truth(States climate)
    {
        var observing = settings.Observations;
        var cycling = settings.Interpolation is WindowSettings c ? $"{c.Cycles} {c.Every:R}" : "";
        truthPrint = Print("truth", [settings.Truth],
            $"{Steps} {observing.Pairs} {observing.Interval:R} {cycling} {settings.Discovery is JetAuthorsSettings}",
                startPrint);
        return stages.Of("1-truth", "truth", truthPrint, JetFiles.ReadTruth,
            (_, _) => JetTruthStage.Run(settings, climate, StartFile, run.Cancel),
            JetFiles.Write,
            truth => $"{truth.Starts.Count} pair{(truth.Starts.Count == 1 ? "" : "s")}, {observing.Interval} apart");
    }

    public JetObserved Observations(JetTruth truth)
    {
        observedPrint = Print("observations", [settings.Observations], $"{settings.Seed}", truthPrint);
        return stages.Of("2-observations", "observations", observedPrint, JetFiles.ReadObserved,
            (_, _) => JetObservationStage.Run(settings, truth, random),
            JetFiles.Write,
            observed => $"{observed.Sensors.Points.Count} of {JetFlow.Points} points, "
                + $"noise {100 * settings.Observations.Noise:0.###} %");
    }

    public JetFiltered Filter(JetTruth truth, JetObserved observed, JetLetkfSettings filter)
    {
        filterPrint = Print("filter", [settings.Model, filter], $"{Steps} {settings.Seed}", observedPrint);
        return stages.Of("3-filter", "filter", filterPrint, JetFiles.ReadFiltered,
            (_, progress) => new JetLetkf(filter, settings.Observations.Noise, observed)
                .Run(JetFlow.Model(settings.WrongJet, settings.TimeStep), JetDiscovery.Draws(settings), progress,
                    run.Cancel)
                .Against(truth, observed),
            JetFiles.Write,
            filtered => $"error of the analyses {JetFiltered.Typical(filtered.Errors, 2, filter):0.0000}, "
                + $"spread {JetFiltered.Typical(filtered.Spreads, 2, filter):0.0000} of the fields' deviation");
    }

    public (States Starts, JetFound Found) Discovery(JetTruth truth, JetObserved observed, JetFiltered? filtered)
    {
        object[] parts = settings.Interpolation is { } interpolation
            ? [settings.Model, settings.Discovery, interpolation]
            : [settings.Model, settings.Discovery];
        foundPrint = Print("discovery", parts, Steps, filtered is null ? observedPrint : filterPrint);
        return stages.Of<(States Starts, JetFound Found)>("4-discovery", "discovery", foundPrint, JetFiles.ReadFound,
            (_, progress) => Discover(truth, observed, filtered, progress),
            (file, result) => JetFiles.Write(file, result.Starts, result.Found),
            result => JetResult.Text(result.Found) is { Length: > 0 } text ? text : "no model error");
    }

    public ComparedInterpolants Compared(JetTruth truth, JetObserved observed) => stages.Of(
        "3-interpolants",
        "interpolants",
        Print("interpolants", [.. settings.Compared!], "", observedPrint),
        ComparedInterpolants.Read,
        (_, _) => ComparedInterpolants.Of(settings, truth, observed, run.Progress.Note, run.Cancel),
        ComparedInterpolants.Write,
        compared => $"{compared.Names.Count} interpolants side by side");

    public JetClimate Climate(JetTruth truth, JetFound found) => stages.Of(
        "5-climate",
        "climate",
        Print("climate", [settings.Climate!], "", foundPrint),
        JetClimate.Read,
        (_, progress) => JetClimateStage.Run(settings, truth, found, progress, run.Cancel),
        JetClimate.Write,
        climate => $"eddy kinetic energy {climate.Energy[0]:0.000} (truth), "
            + $"{climate.Energy[2]:0.000} (wrong), {climate.Energy[4]:0.000} (corrected)");

    private (States Starts, JetFound Found) Discover(
        JetTruth truth, JetObserved observed, JetFiltered? filtered, Action<double> progress) =>
        (settings.Discovery, settings.Interpolation) switch
        {
            (JetAuthorsSettings authors, _) => (truth.Starts, AuthorsJet.Run(settings, authors, truth)),
            (JetGaussNewtonSettings method, JetLetkfSettings filter) => JetDiscovery.Filtered(
                settings, method, filter, observed, filtered!, progress, run.Cancel),
            _ => JetDiscovery.Run(settings, (JetGaussNewtonSettings)settings.Discovery, observed, run.Cancel),
        };

    private string Steps => $"{settings.TimeStep:R} {settings.TruthTimeStep:R}";

    private static Fingerprint Print(string name, object[] parts, string more,
        params ReadOnlySpan<Fingerprint> inputs) =>
        Fingerprint.Of($"jet {name} {Version}", $"{SettingsText.Fingerprint(parts)} {more}", inputs);
}
