namespace Sci.Cli.Tests;

/// <summary>What a command said and how it ended.</summary>
internal sealed record Answer(int Code, string Out, string Error);
