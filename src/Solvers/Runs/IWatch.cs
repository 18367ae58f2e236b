namespace Sci.Solvers;

/// <summary>Looks at states on the way and stops a run that has gone wrong.</summary>
public interface IWatch
{
    /// <summary>Judges one state.</summary>
    /// <param name="member">Its row.</param>
    /// <param name="time">Its time since the beginning of the run, in the model's units.</param>
    /// <param name="state">Its values.</param>
    /// <exception cref="BlowUpException">What is wrong, when, and what to change.</exception>
    void Look(int member, double time, ReadOnlySpan<double> state);
}
