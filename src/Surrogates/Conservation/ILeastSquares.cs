using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>A sum of squares Σ F(ω)² by what Gauss and Newton need of it.</summary>
public interface ILeastSquares
{
    /// <summary>Number of unknowns.</summary>
    int Unknowns { get; }

    /// <summary>Σ F², with JᵀJ in <paramref name="normal"/> and JᵀF in <paramref name="slope"/>.</summary>
    double Evaluate(ReadOnlySpan<double> omega, States normal, Span<double> slope);
}
