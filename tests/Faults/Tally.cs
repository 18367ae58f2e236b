namespace Sci.Faults;

/// <summary>Counts of one kind of fault.</summary>
/// <param name="Fault">What was done.</param>
public sealed record Tally(string Fault)
{
    private readonly List<string> wrong = [];

    /// <summary>Faults tried.</summary>
    public int Tried { get; private set; }

    /// <summary>Refused in one sentence, with the right exit code.</summary>
    public int Refused { get; private set; }

    /// <summary>Among these, how often HDF5 crashed or hung, which ended the process that reads and no other.</summary>
    public int Contained { get; private set; }

    /// <summary>Gone on, rightly: nothing that matters was touched, or the next run made it good.</summary>
    public int WentOn { get; private set; }

    /// <summary>Longest time of a command, in seconds.</summary>
    public double Longest { get; private set; }

    /// <summary>Everything else, in words that say how to repeat it.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    internal void Add(Verdict verdict, string where)
    {
        Tried++;
        Longest = Math.Max(Longest, verdict.Seconds);
        if (verdict.Trouble is { } trouble)
        {
            wrong.Add($"{Fault} {where}: {trouble}");
        }
        else if (verdict.IsRefusal)
        {
            Refused++;
            Contained += verdict.IsContained ? 1 : 0;
        }
        else
        {
            WentOn++;
        }
    }

    internal void Add(Answer answer, string where, bool mustRefuse = false) =>
        Add(Verdict.Of(answer, mustRefuse), where);
}
