namespace Sci.Faults;

/// <summary>How one fault was taken.</summary>
/// <param name="IsRefusal">Whether it was refused in a sentence, as opposed to gone on with.</param>
/// <param name="Seconds">Time of the command.</param>
/// <param name="Trouble">What is wrong with that, or null.</param>
/// <param name="IsContained">Whether HDF5 crashed, or went round in circles, in the process that reads.</param>
internal sealed record Verdict(bool IsRefusal, double Seconds, string? Trouble, bool IsContained = false)
{
    public static Verdict Of(Answer answer, bool mustRefuse = false) => new(
        answer.Code != 0, answer.Seconds,
        answer.Trouble ?? (mustRefuse && !answer.IsRefusal ? $"was not refused: {answer}" : null),
        answer.Error.Contains("HDF5 breaks down", StringComparison.Ordinal));

    /// <summary>The same, with a complaint if something else does not hold.</summary>
    public Verdict Require(bool holds, string complaint) => holds ? this : this with { Trouble = Trouble ?? complaint };
}
