namespace Sci.Assimilation;

/// <summary>A function of a state and where its values go.</summary>
/// <param name="state">The state, shape [StateSize].</param>
/// <param name="observed">Receives the observed values, shape [Count].</param>
public delegate void Observe(ReadOnlySpan<double> state, Span<double> observed);

/// <summary>Any function of the state, linear or not.</summary>
/// <param name="StateSize">Number of values in a state.</param>
/// <param name="Count">Number of values that <paramref name="Function"/> writes.</param>
/// <param name="Function">Called from several threads at once, so it keeps nothing between calls.</param>
public sealed record ObservedFunction(int StateSize, int Count, Observe Function) : IObservationOperator
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> state, Span<double> observed) => Function(state, observed);
}
