using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>A way to differentiate a field that is known at the points of a grid.</summary>
public interface IDifferentiation
{
    /// <summary>∂ₓᵃ ∂ᵧᵇ (∇²)ᶜ of a field, shape [points] to [points]; safe on any number of threads.</summary>
    /// <param name="grid">The periodic box.</param>
    /// <param name="field">Values at the points.</param>
    /// <param name="x">Order a in x.</param>
    /// <param name="y">Order b in y.</param>
    /// <param name="laplacian">Power c of the Laplacian; negative for its inverse, of mean zero.</param>
    /// <param name="derivative">The result; not the field's own memory.</param>
    /// <exception cref="NotSupportedException">This way has no such operator.</exception>
    void Apply(Grid grid, ReadOnlySpan<double> field, int x, int y, int laplacian, Span<double> derivative);
}
