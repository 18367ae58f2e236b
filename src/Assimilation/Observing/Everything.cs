namespace Sci.Assimilation;

/// <summary>Every value of the state is observed: H = I.</summary>
/// <param name="StateSize">Number of values in a state.</param>
public sealed record Everything(int StateSize) : IObservationOperator
{
    /// <inheritdoc/>
    public int Count => StateSize;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> state, Span<double> observed) => state.CopyTo(observed);
}
