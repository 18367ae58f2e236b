using System.Globalization;

namespace Sci.Solvers;

/// <summary>A run left the finite numbers, or the bounds in which its results mean something.</summary>
/// <remarks>The command line says the message in one sentence and ends with exit code 3.</remarks>
public sealed class BlowUpException : ArithmeticException
{
    // More are not named.
    private const int Named = 5;

    private readonly string trouble;
    private readonly string remedy;
    private readonly string when;
    private readonly string others;

    /// <summary>One member's failure.</summary>
    /// <param name="member">Row of the states that did so first, from 0.</param>
    /// <param name="time">When, in the model's units.</param>
    /// <param name="trouble">What it did, after "Member 3": "is no longer finite".</param>
    /// <param name="remedy">What to change: "halve time_step".</param>
    public BlowUpException(int member, double time, string trouble, string remedy)
        : this(member, [], time, trouble, remedy, At(time), said: "")
    {
    }

    private BlowUpException(
        int member, IReadOnlyList<int> others, double time, string trouble, string remedy, string when, string said)
        : base($"Member {member} {trouble} {when}{said}; {remedy}.")
    {
        (Member, Others, Time) = (member, others, time);
        (this.trouble, this.remedy, this.when, this.others) = (trouble, remedy, when, said);
    }

    /// <summary>Row of the states that did so first, from 0.</summary>
    public int Member { get; }

    /// <summary>Rows that did so in the same call, from 0.</summary>
    public IReadOnlyList<int> Others { get; }

    /// <summary>When, in the model's units.</summary>
    public double Time { get; }

    /// <summary>The same of a run that had come to a time before the steps that failed began.</summary>
    public BlowUpException After(double begun) =>
        new(Member, Others, begun + Time, trouble, remedy, At(begun + Time), others);

    /// <summary>The same of a cycle's forecasts, which end at a time.</summary>
    /// <param name="cycle">Its number, from 1.</param>
    /// <param name="end">When its forecasts end, in the model's units.</param>
    public BlowUpException InCycle(int cycle, double end) =>
        new(Member, Others, end, trouble, remedy, Invariant($"in cycle {cycle}, before t = {end:g6}"), others);

    /// <summary>The same with other members that failed in the same call.</summary>
    /// <param name="rows">Their rows, from 0.</param>
    /// <param name="count">Number of all members.</param>
    public BlowUpException With(IReadOnlyList<int> rows, int count)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var names = string.Join(", ", rows.Take(Named)) + (rows.Count > Named ? ", ..." : "");
        var said = rows.Count == 0 ? ""
            : $", and with it {rows.Count} other{(rows.Count == 1 ? "" : "s")} of {count} ({names})";
        return new(Member, rows, Time, trouble, remedy, when, said);
    }

    private static string At(double time) => Invariant($"at t = {time:g6}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
