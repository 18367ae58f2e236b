namespace Sci.Surrogates;

/// <summary>An approximation of the inverse Hessian that learns from steps.</summary>
public interface ICurvature<T>
{
    /// <summary>direction = -H gradient.</summary>
    void Direct(ReadOnlySpan<T> gradient, Span<T> direction);

    /// <summary>Takes in a step and the change of the gradient over it; their product is positive.</summary>
    void Learn(ReadOnlySpan<T> step, ReadOnlySpan<T> change);

    /// <summary>Forgets everything.</summary>
    void Reset();
}
