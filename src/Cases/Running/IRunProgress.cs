namespace Sci.Cases;

/// <summary>Hears how far a run has come. Calls may come from any thread.</summary>
public interface IRunProgress
{
    /// <summary>A stage begins.</summary>
    /// <param name="stage">Its name: <c>truth</c>, <c>analysis</c>.</param>
    /// <param name="work">How much there is to do, in any unit: steps, pairs, epochs.</param>
    void Started(string stage, double work);

    /// <summary>A part of the work is done.</summary>
    void Advanced(string stage, double work = 1);

    /// <summary>The stage has ended.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="sentence">What came out, in one sentence: "read from 1-truth.h5", "24 terms, 2 kept".</param>
    void Finished(string stage, string sentence);

    /// <summary>Something that the user should know and that stops nothing: a fallback, a limit.</summary>
    void Note(string sentence);
}
