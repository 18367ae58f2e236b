namespace Sci.Cases.Settings;

/// <summary>One set of settings that a case runs under a name.</summary>
/// <param name="Name">Also the name of its folder under <c>out/</c>.</param>
/// <param name="About">What it shows, in one line; empty where the file does not say.</param>
/// <param name="Settings">The base of the file with the experiment's own settings laid over it.</param>
public sealed record Experiment<T>(string Name, string About, T Settings);
