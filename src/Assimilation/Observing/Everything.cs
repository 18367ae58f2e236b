namespace Sci.Assimilation;

/// <summary>Every value of the state is observed: H = I.</summary>
/// <param name="StateSize">Number of values in a state.</param>
public sealed record Everything(int StateSize) : ILinearOperator
{
    /// <inheritdoc/>
    public int Count => StateSize;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> state, Span<double> observed) => state.CopyTo(observed);

    /// <inheritdoc/>
    public void Transpose(ReadOnlySpan<double> sensitivity, Span<double> state) => sensitivity.CopyTo(state);
}
