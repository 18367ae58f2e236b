namespace Sci.Cases;

/// <summary>Units of a case; a file's own are turned to them, as far as they are of time, length or speed.</summary>
public sealed record UnitSettings
{
    /// <summary>Of times: <c>s</c>, <c>h</c>, <c>d</c>, …</summary>
    public string? Time { get; init; }

    /// <summary>Of positions: <c>m</c>, <c>km</c>, …</summary>
    public string? Position { get; init; }

    /// <summary>Of the values: <c>m s-1</c>, … or any text that the file has too.</summary>
    public string? Value { get; init; }
}
