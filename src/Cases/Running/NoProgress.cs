namespace Sci.Cases;

/// <summary>Hears nothing.</summary>
public sealed class NoProgress : IRunProgress
{
    /// <inheritdoc/>
    public void Started(string stage, double work)
    {
    }

    /// <inheritdoc/>
    public void Advanced(string stage, double work = 1)
    {
    }

    /// <inheritdoc/>
    public void Finished(string stage, string sentence)
    {
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
    }
}
