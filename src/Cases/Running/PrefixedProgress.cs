namespace Sci.Cases;

/// <summary>Puts the experiment before the name of each stage.</summary>
internal sealed class PrefixedProgress(IRunProgress inner, string prefix) : IRunProgress
{
    public void Started(string stage, double work) => inner.Started($"{prefix} {stage}", work);

    public void Advanced(string stage, double work = 1) => inner.Advanced($"{prefix} {stage}", work);

    public void Finished(string stage, string sentence) => inner.Finished($"{prefix} {stage}", sentence);

    public void Note(string sentence) => inner.Note($"{prefix}: {sentence}");
}
