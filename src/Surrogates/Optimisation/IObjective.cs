namespace Sci.Surrogates;

/// <summary>A function of many parameters with its gradient.</summary>
public interface IObjective<T>
{
    /// <summary>Number of parameters.</summary>
    int Count { get; }

    /// <summary>The value; the gradient is written.</summary>
    double Evaluate(ReadOnlySpan<T> parameters, Span<T> gradient);
}
