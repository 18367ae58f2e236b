using System.Diagnostics;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>A case in a folder: runs the pipeline, keeps the results.</summary>
internal sealed class CaseFolder<T>(
    string file, SettingsFile<T> settings, Func<ExperimentRun<T>, ExperimentResult> pipeline)
    : ICase
    where T : class
{
    private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;

    public string Name => Path.GetFileName(folder);

    public string File => file;

    public string Output => Path.Combine(Path.GetDirectoryName(file)!, "out");

    public IReadOnlyList<ExperimentSummary> Experiments => [.. settings.Experiments.Select(Summary)];

    public MemoryEstimate? Memory(string experiment) => settings.Select([experiment], [])
        .Select(found => Memory(found, Environment.ProcessorCount)).FirstOrDefault();

    public IEnumerable<string> SettingsAfter(string begun) => SettingsKeys.After(typeof(T), begun);

    public IEnumerable<ExperimentResult> Run(
        IReadOnlyCollection<string> experiments, RunOptions options, IRunProgress progress, CancellationToken cancel)
    {
        var chosen = settings.Select(experiments, options.Overrides);
        Require(chosen, options);
        var output = options.Output ?? Output;
        using var hold = OutputLock.Take(output);
        Workers.Limit = options.Threads ?? Environment.ProcessorCount;
        foreach (var experiment in chosen)
        {
            cancel.ThrowIfCancellationRequested();
            var place = Path.Combine(output, experiment.Name);
            Directory.CreateDirectory(place);
            var heard = new PrefixedProgress(progress, experiment.Name);
            var result = Timed(new(Name, folder, place, experiment, options, heard, cancel));
            new CaseResults(Name, [result]).WithoutTimes().Write(Path.Combine(place, CaseResults.FileName));
            yield return result;
        }
    }

    private MemoryEstimate? Memory(Experiment<T> experiment, int threads) =>
        (experiment.Settings as IMemory)?.Memory(folder, threads);

    // Before anything is written.
    private void Require(IReadOnlyList<Experiment<T>> chosen, RunOptions options)
    {
        var available = Math.Min(options.Memory ?? double.PositiveInfinity, MemoryEstimate.Available);
        Finding[] wrong =
        [
            .. from experiment in chosen
               let complaint = Memory(experiment, options.Threads ?? Environment.ProcessorCount)?.Complaint(available)
               where complaint is not null
               select new Finding(new Place(file), $"experiment {experiment.Name} {complaint}."),
        ];
        if (wrong.Length > 0)
        {
            throw new SettingsException(wrong);
        }
    }

    private ExperimentSummary Summary(Experiment<T> each) =>
        new(each.Name, each.About, settings.Defaults.Contains(each.Name));

    private ExperimentResult Timed(ExperimentRun<T> run)
    {
        var watch = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var result = pipeline(run);
        var used = Environment.CpuUsage.TotalTime - cpu;
        return result.With(Metric.CpuSeconds, used.TotalSeconds) with { Seconds = watch.Elapsed.TotalSeconds };
    }
}
