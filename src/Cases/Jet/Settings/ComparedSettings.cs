namespace Sci.Cases;

/// <summary>One of the interpolants set side by side.</summary>
public sealed record ComparedSettings
{
    /// <summary>What the table calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required InterpolationSettings With { get; init; }
}
