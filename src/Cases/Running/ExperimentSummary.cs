namespace Sci.Cases;

/// <summary>What a list of experiments says of one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">What it shows; empty where the file does not say.</param>
/// <param name="IsDefault">Whether it runs where none is named.</param>
public sealed record ExperimentSummary(string Name, string About, bool IsDefault);
