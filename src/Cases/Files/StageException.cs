namespace Sci.Cases.Files;

/// <summary>
/// Output that cannot be written or read, in one sentence for the user. Earlier results are untouched.
/// </summary>
public sealed class StageException : IOException
{
    /// <summary>An error without a sentence.</summary>
    public StageException()
    {
    }

    /// <summary>An error of its own.</summary>
    public StageException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another caused.</summary>
    public StageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
