using System.Collections.Concurrent;
using Sci.Cases;
using Spectre.Console;

namespace Sci.Cli.Output;

/// <summary>Progress on a terminal: a bar a stage, with the time left.</summary>
internal sealed class LiveProgress : IRunProgress
{
    private readonly ConcurrentDictionary<string, ProgressTask> bars = new();
    private readonly ConcurrentQueue<string> notes = new();
    private readonly ProgressContext context;

    private LiveProgress(ProgressContext context) => this.context = context;

    /// <summary>Runs work under bars; what it noted stays on the screen after them.</summary>
    public static void Watch(Terminal terminal, bool verbose, Action<IRunProgress> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        LiveProgress? live = null;
        try
        {
            console.Progress().AutoClear(!verbose).HideCompleted(!verbose).Columns(Columns()).Start(context =>
            {
                live = new LiveProgress(context);
                work(live);
            });
        }
        finally
        {
            foreach (var note in live?.notes ?? [])
            {
                terminal.Error.WriteLine(note);
            }
        }
    }

    public void Started(string stage, double work) =>
        bars[stage] = context.AddTask(Markup.Escape(stage), maxValue: double.Max(work, double.Epsilon));

    public void Advanced(string stage, double work = 1)
    {
        if (bars.TryGetValue(stage, out var bar))
        {
            bar.Increment(work);
        }
    }

    public void Finished(string stage, string sentence)
    {
        if (bars.TryRemove(stage, out var bar))
        {
            bar.Description = Markup.Escape($"{stage}: {sentence}");
            bar.Value = bar.MaxValue;
            bar.StopTask();
        }
    }

    public void Note(string sentence) => notes.Enqueue(sentence);

    private static ProgressColumn[] Columns() =>
    [
        new TaskDescriptionColumn { Alignment = Justify.Left },
        new ProgressBarColumn(),
        new PercentageColumn(),
        new RemainingTimeColumn(),
        new SpinnerColumn(),
    ];
}
