namespace Sci.Faults;

/// <summary>What a command said and how it ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Out">Its results.</param>
/// <param name="Error">Its complaints.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Work">Processor time that it took, in seconds, where that is known.</param>
/// <param name="Lists">Whether the command lists all that is wrong, a line each, as <c>validate</c> does.</param>
internal sealed record Answer(int Code, string Out, string Error, double Seconds, double Work = 0, bool Lists = false)
{
    // By the clock a machine that is busy with other things may take longer for what is done in moments.
    private const double MostWork = 10;
    private const double LongestWait = 40;

    /// <summary>Whether it complained in one sentence with the exit code for input that cannot be used.</summary>
    public bool IsRefusal => Code == 2 && IsSentence;

    /// <summary>Whether it left the finite numbers and said so in one sentence.</summary>
    public bool IsBlowUp => Code == 3 && IsSentence;

    /// <summary>What is wrong with the answer, or null: it must be done, or refused in a sentence, and soon.</summary>
    public string? Trouble =>
        Work > MostWork || Seconds > LongestWait ? $"took {Seconds:0.0} s, {Work:0.0} s of work: {this}"
        : Out.Any(each => char.IsControl(each) && each != '\n') ? $"wrote control characters: {this}"
        : Code == 0 || IsRefusal || IsBlowUp ? null
        : ToString();

    private bool IsSentence
    {
        get
        {
            var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return lines.Length > 0 && lines.All(IsPlain)
                && (Lists || (lines.Length == 1 && lines[0].StartsWith("sci: ", StringComparison.Ordinal)));
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"exit code {Code}, {Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length} lines: {Error.Trim()}";

    // What a file holds must not reach the terminal's control characters by way of a complaint.
    private static bool IsPlain(string line) => line[^1] is '.' or ')' or '?' && !line.Any(char.IsControl);
}
