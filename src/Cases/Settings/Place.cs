namespace Sci.Cases.Settings;

/// <summary>Where a setting was given.</summary>
/// <param name="Origin">The file as the user named it, or the whole option (<c>--set a.b=1</c>).</param>
/// <param name="Line">From 1; 0 where the origin has no lines.</param>
/// <param name="Column">From 1; 0 where the origin has no lines.</param>
public readonly record struct Place(string Origin, int Line = 0, int Column = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? Origin : $"{Origin}:{Line}:{Column}";
}
