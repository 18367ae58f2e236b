namespace Sci.Cases.Settings;

/// <summary>One thing that is wrong with the settings.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Sentence">What is wrong, with the dotted key and the value, and what to do.</param>
public sealed record Finding(Place Place, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Sentence}";
}
