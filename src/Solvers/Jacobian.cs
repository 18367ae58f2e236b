namespace Sci.Solvers;

/// <summary>J(a, b) = aₓ bᵧ - aᵧ bₓ, the advection of b by the stream function a.</summary>
public sealed class Jacobian : Operand
{
    /// <summary>The Jacobian of two operands, kept in the order given: J(a, b) = -J(b, a) is another operand.</summary>
    public Jacobian(Derivative first, Derivative second)
        : base($"J({first?.Text},{second?.Text})", $"J({first?.Latex}, {second?.Latex})")
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        First = first;
        Second = second;
    }

    /// <summary>The stream function.</summary>
    public Derivative First { get; }

    /// <summary>What is advected.</summary>
    public Derivative Second { get; }

    /// <summary>Highest number of differentiations of one operand.</summary>
    public override int Order => 1 + Math.Max(First.Order, Second.Order);

    /// <inheritdoc/>
    public override int Degree => First.Degree + Second.Degree;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields =>
        [.. First.Fields.Union(Second.Fields).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override int ParityX => (1 + First.ParityX + Second.ParityX) % 2;

    /// <inheritdoc/>
    public override int ParityY => (1 + First.ParityY + Second.ParityY) % 2;
}
