namespace Sci.Cases.Files;

/// <summary>One step of a case, as its file knows it.</summary>
/// <param name="Name">Name of the file without its ending: <c>1-truth</c>.</param>
/// <param name="Settings">Settings that it came from, written into the file for those who read it.</param>
/// <param name="Fingerprint">Fingerprint of the settings that matter and of the inputs.</param>
public sealed record Stage(string Name, string Settings, Fingerprint Fingerprint);
