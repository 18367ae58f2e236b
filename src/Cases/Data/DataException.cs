namespace Sci.Cases;

/// <summary>A user's file does not hold what is asked of it, in one sentence that says what is wrong where.</summary>
public sealed class DataException : IOException
{
    /// <summary>An error without a sentence.</summary>
    public DataException()
    {
    }

    /// <summary>An error of its own.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another caused.</summary>
    public DataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
