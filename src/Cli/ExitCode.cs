namespace Sci.Cli;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A fault in the program, or in the machine.</summary>
    public const int Unexpected = 1;

    /// <summary>Arguments, settings, files or folders that cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>A run left the finite numbers.</summary>
    public const int BlowUp = 3;

    /// <summary>Ctrl-C, or the system's request to end; 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
