namespace Sci.Cases.Files;

/// <summary>The result of a stage, and whether it was read from the file of an earlier run.</summary>
/// <param name="Value">The result.</param>
/// <param name="WasRead">True if it was read, false if it was computed and written.</param>
public sealed record Staged<T>(T Value, bool WasRead);
