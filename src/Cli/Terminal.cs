namespace Sci.Cli;

/// <summary>Where a command writes, and what may interrupt it.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress and complaints.</param>
/// <param name="LiveOut">Whether <paramref name="Out"/> is a terminal.</param>
/// <param name="LiveError">Whether <paramref name="Error"/> is a terminal that can be redrawn.</param>
/// <param name="Clock">Measures progress.</param>
/// <param name="Cancel">Cancelled by Ctrl-C.</param>
internal sealed record Terminal(
    TextWriter Out, TextWriter Error, bool LiveOut, bool LiveError, TimeProvider Clock, CancellationToken Cancel)
{
    /// <summary>The console of this process; where CI is set nothing is redrawn.</summary>
    public static Terminal OfProcess(CancellationToken cancel)
    {
        var plain = Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(
            Console.Out,
            Console.Error,
            !Console.IsOutputRedirected && !plain,
            !Console.IsErrorRedirected && !plain,
            TimeProvider.System,
            cancel);
    }
}
