namespace Sci.Surrogates;

/// <summary>Training that came to nothing, in one sentence.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>An error without a sentence.</summary>
    public TrainingException()
    {
    }

    /// <summary>An error of its own.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another caused.</summary>
    public TrainingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
