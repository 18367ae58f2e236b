namespace Sci.Solvers;

/// <summary>
/// What a term multiplies: a differential operator on a product of fields, or a Jacobian of two such.
/// </summary>
/// <remarks>
/// Two operands are equal if their canonical texts are. See <see cref="Derivative"/> and <see cref="Jacobian"/>.
/// </remarks>
public abstract class Operand : IEquatable<Operand>, IComparable<Operand>
{
    private protected Operand(string text, string latex)
    {
        Text = text;
        Latex = latex;
    }

    /// <summary>The canonical text: <c>u_xx</c>, <c>lap(psi2)</c>, <c>(u^2)_x</c>, <c>J(psi1,q1)</c>.</summary>
    public string Text { get; }

    /// <summary>The form for LaTeX's mathematics mode.</summary>
    public string Latex { get; }

    /// <summary>Number of differentiations; a Laplacian counts two, its inverse minus two.</summary>
    public abstract int Order { get; }

    /// <summary>Number of fields multiplied, with multiplicity.</summary>
    public abstract int Degree { get; }

    /// <summary>The fields that occur, each once, in the order of the alphabet.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>
    /// Number of x-derivatives, modulo 2: 1 if the operand changes sign under x → -x when its fields do not.
    /// </summary>
    public abstract int ParityX { get; }

    /// <summary>Number of y-derivatives, modulo 2.</summary>
    public abstract int ParityY { get; }

    /// <summary>Equal operands compare equal.</summary>
    public static bool operator ==(Operand? left, Operand? right) => Equals(left, right);

    /// <summary>Different operands.</summary>
    public static bool operator !=(Operand? left, Operand? right) => !Equals(left, right);

    /// <summary>Before, in the canonical order.</summary>
    public static bool operator <(Operand left, Operand right) => Compare(left, right) < 0;

    /// <summary>After, in the canonical order.</summary>
    public static bool operator >(Operand left, Operand right) => Compare(left, right) > 0;

    /// <summary>Before or equal, in the canonical order.</summary>
    public static bool operator <=(Operand left, Operand right) => Compare(left, right) <= 0;

    /// <summary>After or equal, in the canonical order.</summary>
    public static bool operator >=(Operand left, Operand right) => Compare(left, right) >= 0;

    /// <summary>Jacobians last, otherwise by order, then by text: the order of the factors in a term.</summary>
    public int CompareTo(Operand? other) => other is null ? 1 : Compare(this, other);

    /// <inheritdoc/>
    public bool Equals(Operand? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Operand);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static int Compare(Operand left, Operand right)
    {
        var byKind = (left is Jacobian).CompareTo(right is Jacobian);
        var byOrder = byKind != 0 ? byKind : left.Order.CompareTo(right.Order);
        return byOrder != 0 ? byOrder : string.CompareOrdinal(left.Text, right.Text);
    }
}
