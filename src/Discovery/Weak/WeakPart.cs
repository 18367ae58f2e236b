using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>factor · ∂ₜ^t ∂ₓ^x ∂ᵧ^y of a product of fields.</summary>
internal sealed record WeakPart(double Factor, IReadOnlyList<FieldPower> Product, int X, int Y, int T = 0)
{
    /// <summary>A name of the product, equal for equal ones.</summary>
    public string ProductName { get; } = string.Join('*', Product);

    /// <summary>Orders along time and the axes of a grid of so many dimensions, slowest first.</summary>
    public int[] Orders(int dimensions) => dimensions == 1 ? [T, X] : [T, Y, X];
}
