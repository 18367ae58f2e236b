namespace Sci.Assimilation;

/// <summary>Another operator on the first values of a longer state: what follows them is not observed.</summary>
/// <param name="Inner">The operator on the first values.</param>
/// <param name="StateSize">Number of values of the whole state, no fewer than the other operator's.</param>
public sealed record ObservedBeginning(IObservationOperator Inner, int StateSize) : IObservationOperator
{
    /// <inheritdoc/>
    public int Count => Inner.Count;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> state, Span<double> observed) =>
        Inner.Apply(state[..Inner.StateSize], observed);
}
