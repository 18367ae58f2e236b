using Sci.Cases.Settings;

namespace Sci.Cli.Tests;

/// <summary>Settings of a case that is quickly run.</summary>
public sealed record Tea
{
    /// <summary>How long it draws.</summary>
    [Positive]
    public required double Minutes { get; init; }

    /// <summary>What goes wrong: nothing, or the name of an exception.</summary>
    public string Trouble { get; init; } = "";
}
