namespace Sci.Assimilation;

/// <summary>An observation operator that is a matrix H, with its transpose.</summary>
public interface ILinearOperator : IObservationOperator
{
    /// <summary>
    /// Writes Hᵀ <paramref name="sensitivity"/>, shape [StateSize], of a gradient by the observed values [Count].
    /// </summary>
    void Transpose(ReadOnlySpan<double> sensitivity, Span<double> state);
}
