using System.Globalization;
using Sci.Cases;

namespace Sci.Cli.Output;

/// <summary>Progress where nothing can be redrawn: a line now and then.</summary>
internal sealed class LineProgress(TextWriter output, TimeProvider clock, bool verbose) : IRunProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Stage> stages = [];
    private long lastLine = clock.GetTimestamp();

    public void Started(string stage, double work)
    {
        lock (gate)
        {
            stages[stage] = new Stage(work, clock.GetTimestamp());
        }
    }

    public void Advanced(string stage, double work = 1)
    {
        lock (gate)
        {
            if (!stages.TryGetValue(stage, out var at))
            {
                return;
            }

            at = at with { Done = at.Done + work };
            stages[stage] = at;
            if (clock.GetElapsedTime(lastLine) >= Interval)
            {
                Say($"{stage}: {Share(at)}");
            }
        }
    }

    public void Finished(string stage, string sentence)
    {
        lock (gate)
        {
            var seconds = stages.Remove(stage, out var at) ? clock.GetElapsedTime(at.Began).TotalSeconds : 0;
            if (verbose || seconds >= Interval.TotalSeconds)
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"{stage}: {sentence} ({seconds:f1} s)"));
            }
        }
    }

    public void Note(string sentence)
    {
        lock (gate)
        {
            Say(sentence);
        }
    }

    private string Share(Stage at)
    {
        var share = at.Work > 0 ? double.Clamp(at.Done / at.Work, 0, 1) : 0;
        var left = clock.GetElapsedTime(at.Began).TotalSeconds * (1 - share) / share;
        var remaining = double.IsFinite(left) ? $", {Duration.Text(left)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{100 * share:f0} %{remaining}");
    }

    private void Say(string line)
    {
        output.WriteLine(line);
        lastLine = clock.GetTimestamp();
    }

    private readonly record struct Stage(double Work, long Began, double Done = 0);
}
