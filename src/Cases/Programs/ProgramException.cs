namespace Sci.Cases;

/// <summary>A user's program did not do what a model does, in one sentence with the last lines that it wrote.</summary>
public sealed class ProgramException : IOException
{
    /// <summary>An error without a sentence.</summary>
    public ProgramException()
    {
    }

    /// <summary>An error of its own.</summary>
    public ProgramException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another caused.</summary>
    public ProgramException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
