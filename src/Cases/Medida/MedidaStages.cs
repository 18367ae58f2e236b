using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// The stages of one experiment with their files: each is read where its file fits, else computed and written.
/// </summary>
internal sealed class MedidaStages(ExperimentRun<MedidaSettings> run, StageStore store)
{
    // Raised when a stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";

    private readonly MedidaSettings settings = run.Experiment.Settings;
    private readonly RandomSource random = new(run.Experiment.Settings.Seed);
    private readonly RunStages<MedidaSettings> stages = new(run, store);
    private Fingerprint truthPrint;
    private Fingerprint observationPrint;
    private Fingerprint incrementPrint;
    private Fingerprint discoveryPrint;

    public Truth Truth()
    {
        var held = settings.Verification is { } v ? $"{v.Forecasts} {v.Apart} {v.Length} {v.Every}" : "";
        var timing = settings.Seen;
        truthPrint = Print(
            "truth", [settings.Grid, settings.Truth!],
            $"{settings.Truth!.Contents} {timing.Windows} {timing.Every} [{string.Join(' ', timing.Times)}] {held}");
        return stages.Of("1-truth", "truth", truthPrint, TruthFile.Read,
            (_, progress) => Elsewhere("1-truth", truthPrint, TruthFile.Read)
                ?? TruthStage.Run(settings, progress, run.Cancel),
            (file, truth) => TruthFile.Write(file, truth, settings),
            truth => $"{truth.Windows.Count} snapshots and {truth.Forecasts.Count} held-back states");
    }

    /// <summary>The snapshots seen, or null where the file's are not alike on the grid.</summary>
    public States? Observations(Truth? truth)
    {
        if (settings.Seen.Given is { } given)
        {
            observationPrint = Print(
                "given", [settings.Grid, (object?)settings.Analysis ?? settings.Observations!],
                $"{settings.Seed} {given.Contents}");
            run.Progress.Started("observations", 1);
            run.Progress.Finished(
                "observations", $"{given.Snapshots.Count} snapshots from a file, {given.Missing} values missing");
            return settings.Assimilation is CycleSettings ? null : given.Rows();
        }

        observationPrint = Print("observations", [settings.Observations!], $"{settings.Seed}", truthPrint);
        return stages.Of("2-observations", "observations", observationPrint, ObservationFile.Read,
            (_, _) => ObservationStage.Run(settings, truth!, random["observations"]),
            (file, observed) => ObservationFile.Write(file, observed, settings, truth!),
            observed => $"{observed.Count} snapshots of {observed.Size} points, noise {settings.Seen.Noise:P3}".Replace(
                ".000", "", StringComparison.Ordinal));
    }

    public Increments? Increments(States? observed)
    {
        if (settings.Increments is { } file)
        {
            incrementPrint = Print("given", [settings.Grid, file], file.Contents);
            return file.Read(settings.Model.GridOf(settings.Grid).Points, needsBefore: false);
        }

        incrementPrint = observationPrint;
        if (settings.Discovery is not SinglePassSettings)
        {
            return null;
        }

        object[] parts = settings.Assimilation is { } filter ? [settings.Model, filter] : [settings.Model];
        incrementPrint = Print(
            "increments", parts, $"with what they start from {settings.Model.Contents}", observationPrint);
        return stages.Of("3-analysis", "assimilation", incrementPrint, IncrementFile.Read,
            (_, progress) => AssimilationStage.Run(settings, observed!, random["assimilation"], progress, run.Cancel),
            (file, increments) => IncrementFile.Write(file, increments, settings),
            increments =>
                $"{increments.Forecast.Count} increments over {increments.Intervals.Average():0.######} time units");
    }

    public Discovered Discovery(States? observed, Increments? increments)
    {
        var imperfect = Equation.Parse(settings.Model.GridOf(settings.Grid), settings.Model.Equation);
        discoveryPrint = Print(
            "discovery", [settings.Model, settings.Discovery], settings.Model.Contents, incrementPrint);
        return stages.Of("4-discovery", "discovery", discoveryPrint, file => DiscoveryFile.Read(file, imperfect),
            (_, _) => DiscoveryStage.Run(settings, observed, increments, run.Cancel),
            DiscoveryFile.Write,
            discovered => discovered.Terms.Count == 0 ? "no model error" : discovered.Equation.ToString());
    }

    public Verified Verification(Truth truth, Discovered discovered) => stages.Of(
        "5-verification",
        "verification",
        Print("verification", [settings.Verification!], "", discoveryPrint),
        VerificationFile.Read,
        (_, _) => VerificationStage.Run(settings, truth, discovered.Corrected, random["verification"], run.Cancel),
        (file, verified) => VerificationFile.Write(file, verified, settings.Grid),
        verified => $"valid for {verified.ValidBefore.Order().ElementAt(verified.ValidBefore.Count / 2):0.00} Lyapunov times before, "
            + $"{verified.ValidAfter.Order().ElementAt(verified.ValidAfter.Count / 2):0.00} after");

    /// <summary>
    /// The same with the noise drawn anew, once for each further seed; the first draw is the one in the stage files.
    /// </summary>
    public IReadOnlyList<Draw> Draws(Truth? truth, Discovered first)
    {
        if (settings.Truth?.Law is not { } law)
        {
            return [];
        }

        var system = Equation.Parse(first.Corrected.Grid, law);
        var imperfect = Equation.Parse(first.Corrected.Grid, settings.Model.Equation);
        if (settings.Seeds == 1)
        {
            return [Draw.Of(system, imperfect, first)];
        }

        return stages.Of("6-draws", "further draws", Print("draws", [settings.Discovery], $"{settings.Seeds}", discoveryPrint), DrawFile.Read,
            (_, progress) =>
            {
                var draws = new List<Draw> { Draw.Of(system, imperfect, first) };
                for (var seed = 1; seed < settings.Seeds; seed++)
                {
                    run.Cancel.ThrowIfCancellationRequested();
                    var stream = random["draws"][seed];
                    var observed = ObservationStage.Run(settings, truth!, stream["observations"]);
                    var increments = settings.Discovery is SinglePassSettings
                        ? AssimilationStage.Run(settings, observed, stream["assimilation"], _ => { }, run.Cancel)
                        : null;
                    draws.Add(
                        Draw.Of(system, imperfect, DiscoveryStage.Run(settings, observed, increments, run.Cancel)));
                    progress(seed / (settings.Seeds - 1.0));
                }

                return (IReadOnlyList<Draw>)draws;
            },
            DrawFile.Write,
            draws => $"{draws.Count(draw => draw.IsExact)} of {draws.Count} with exactly the missing terms");
    }

    private static Fingerprint Print(
        string name, object[] parts, string more, params ReadOnlySpan<Fingerprint> inputs) =>
        Fingerprint.Of($"medida {name} {Version}", $"{SettingsText.Fingerprint(parts)} {more}", inputs);

    // Experiments of one case often share their truth: another's file serves where its fingerprint fits.
    private T? Elsewhere<T>(string name, Fingerprint print, Func<Sci.Hdf5.Hdf5Container, T> read)
        where T : class
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetDirectoryName(Path.GetFullPath(run.Output))!).Order(StringComparer.Ordinal))
        {
            if (StageFile.TryReadWhole(Path.Combine(folder, $"{name}.h5"), new Stage(name, "", print), read, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
