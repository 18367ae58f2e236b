using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cli;

/// <summary>What an exception means to the user.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Sentence">What to say.</param>
internal sealed record Failure(int Code, string Sentence)
{
    public static Failure Of(Exception exception) => exception switch
    {
        AggregateException { InnerException: { } inner } => Of(inner),
        OperationCanceledException =>
            new(ExitCode.Interrupted, "Stopped; what is finished is kept, and the next run goes on from it."),
        SettingsException wrong => new(ExitCode.BadInput, wrong.Message),
        BlowUpException blowUp => new(ExitCode.BlowUp, blowUp.Message),
        // What .NET says of a closed output, without a path.
        UnauthorizedAccessException { Message: "Access to the path is denied." } =>
            new(ExitCode.BadInput, "Standard output is closed; send it to a file or a terminal."),
        IOException or UnauthorizedAccessException => new(ExitCode.BadInput, Ended(exception.Message)),
        DllNotFoundException => new(ExitCode.Unexpected, exception.Message),
        OutOfMemoryException =>
            new(ExitCode.Unexpected, "There is not enough memory; choose fewer members, pairs or points."),
        _ => new(
            ExitCode.Unexpected,
            $"This should not have happened ({exception.GetType().Name}): {exception.Message.TrimEnd('.')}."),
    };

    // The system's own words end with the path.
    private static string Ended(string message) => message[^1] is '.' or ')' or '?' ? message : $"{message}.";
}
