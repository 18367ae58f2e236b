namespace Sci.Assimilation;

/// <summary>What the instruments would see of a state without error: H in y = H(x) + ε.</summary>
public interface IObservationOperator
{
    /// <summary>Number of values in a state.</summary>
    int StateSize { get; }

    /// <summary>Number of observations.</summary>
    int Count { get; }

    /// <summary>
    /// Writes H(<paramref name="state"/>) to <paramref name="observed"/>, in the units of the observations.
    /// </summary>
    void Apply(ReadOnlySpan<double> state, Span<double> observed);
}
