using System.Globalization;

namespace Sci.Solvers;

/// <summary>A run left the finite numbers, or the bounds in which its results mean something.</summary>
/// <remarks>The command line says the message in one sentence and ends with exit code 3.</remarks>
/// <param name="member">Row of the states that did so first, from 0.</param>
/// <param name="time">When, in the model's units.</param>
/// <param name="trouble">What it did, after "Member 3": "is no longer finite".</param>
/// <param name="remedy">What to change: "halve time_step".</param>
public sealed class BlowUpException(int member, double time, string trouble, string remedy)
    : ArithmeticException(string.Create(
        CultureInfo.InvariantCulture, $"Member {member} {trouble} at t = {time:g6}; {remedy}."))
{
    /// <summary>Row of the states that did so first, from 0.</summary>
    public int Member { get; } = member;

    /// <summary>When, in the model's units.</summary>
    public double Time { get; } = time;

    /// <summary>The same of a run that had come to a time before the steps that failed began.</summary>
    public BlowUpException After(double begun) => new(Member, begun + Time, trouble, remedy);
}
