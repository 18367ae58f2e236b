namespace Sci.Surrogates;

/// <summary>What unresolved scales do to the rates of the resolved ones, as a function of these.</summary>
public interface IClosure
{
    /// <summary>Adds the effect to the rates; both have the resolved variables in their order.</summary>
    void Add(ReadOnlySpan<double> resolved, Span<double> rates);
}
