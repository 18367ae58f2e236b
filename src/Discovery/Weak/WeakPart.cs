using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>factor · ∂ₓ^x ∂ᵧ^y of a product of fields.</summary>
internal sealed record WeakPart(double Factor, IReadOnlyList<FieldPower> Product, int X, int Y)
{
    /// <summary>A name of the product, equal for equal ones.</summary>
    public string ProductName { get; } = string.Join('*', Product);

    /// <summary>Orders along the axes of a grid of so many dimensions, slowest first.</summary>
    public int[] Orders(int dimensions) => dimensions == 1 ? [X] : [Y, X];
}
