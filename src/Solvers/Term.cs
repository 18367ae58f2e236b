using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sci.Solvers;

/// <summary>
/// A product of powers of operands: <c>u^2*u_xx</c>, <c>u_x^2</c>, <c>lap(psi2)</c>, <c>J(psi1,q1)</c>; the empty
/// product is <c>1</c>.
/// </summary>
/// <remarks>
/// Immutable, and equal to every other term with the same canonical text: equal operands merge, and the factors stand
/// in the order of <see cref="Operand.CompareTo"/>. Grammar: factors joined by <c>*</c>; a factor is a field (<c>u</c>,
/// <c>psi1</c>), a derivative (<c>u_xxy</c>, <c>(u^2)_xx</c>, <c>lap(u)</c>, <c>lap^2(u)</c>, <c>ilap(q)</c>), a mean
/// along x (<c>zonal(q)</c>), a half Laplacian
/// (<c>root(psi)</c>) or a Jacobian (<c>J(psi1,q1)</c>), perhaps raised: <c>u_x^2</c>.
/// </remarks>
public sealed class Term : IEquatable<Term>
{
    private readonly Factor[] factors;
    private readonly string text;

    /// <summary>The product of <paramref name="factors"/>, in any order, equal ones perhaps repeated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A power is below one.</exception>
    public Term(IEnumerable<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        this.factors = [.. factors.SelectMany(Expanded).GroupBy(f => f.Operand, f => f.Power)
            .Select(group => new Factor(group.Key, group.Sum()))
            .OrderBy(f => f.Operand)];
        if (this.factors.Any(f => f.Power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(factors), "The powers in a term are at least 1.");
        }

        text = this.factors.Length == 0 ? "1" : string.Join('*', this.factors);
    }

    /// <summary>The product of no factors, <c>1</c>.</summary>
    public static Term One { get; } = new([]);

    /// <summary>The factors in canonical order.</summary>
    public IReadOnlyList<Factor> Factors => factors;

    /// <summary>Highest number of differentiations of one operand; 0 for <c>1</c>.</summary>
    public int Order => factors.Length == 0 ? 0 : factors.Max(f => f.Operand.Order);

    /// <summary>Number of fields multiplied, with multiplicity: 3 for <c>u^2*u_x</c>.</summary>
    public int Degree => factors.Sum(f => f.Power * f.Operand.Degree);

    /// <summary>Whether the term is one field to the first power under one operator.</summary>
    public bool IsLinear => factors is [{ Power: 1, Operand: Derivative { IsLinear: true } }];

    /// <summary>+1 if the term keeps its sign under x → -x, -1 if not, for fields that keep theirs.</summary>
    public int ParityX => factors.Sum(f => f.Power * f.Operand.ParityX) % 2 == 0 ? 1 : -1;

    /// <summary>+1 if the term keeps its sign under y → -y, -1 if not, for fields that keep theirs.</summary>
    public int ParityY => factors.Sum(f => f.Power * f.Operand.ParityY) % 2 == 0 ? 1 : -1;

    /// <summary>The fields that occur, each once, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Fields =>
        [.. factors.SelectMany(f => f.Operand.Fields).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The product of two terms.</summary>
    public static Term operator *(Term left, Term right) => Multiply(left, right);

    /// <summary>Equal terms.</summary>
    public static bool operator ==(Term? left, Term? right) => Equals(left, right);

    /// <summary>Different terms.</summary>
    public static bool operator !=(Term? left, Term? right) => !Equals(left, right);

    /// <summary>The product of two terms.</summary>
    public static Term Multiply(Term left, Term right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new Term(left.factors.Concat(right.factors));
    }

    /// <summary>The term that <paramref name="text"/> writes.</summary>
    /// <exception cref="FormatException">Says what is wrong and in which column.</exception>
    public static Term Parse(string text) =>
        TryParse(text, out var term, out var error) ? term : throw new FormatException(error);

    /// <summary>Reads a term, or says in <paramref name="error"/> what is wrong and in which column.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Term? term, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var tokens = new Tokens(text);
            term = TermParser.Term(tokens);
            tokens.End("a term ends, or goes on with '*'");
            error = null;
            return true;
        }
        catch (FormatException problem)
        {
            term = null;
            error = problem.Message;
            return false;
        }
    }

    /// <summary>The form for LaTeX's mathematics mode: <c>u^{2} u_{xx}</c>.</summary>
    public string ToLatex() => factors.Length == 0 ? "1" : string.Join(@" \, ", factors.Select(LatexOf));

    /// <inheritdoc/>
    public bool Equals(Term? other) => other is not null && text == other.text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => text;

    // A product of fields under no operator is so many factors: (u^2) is u^2.
    private static IEnumerable<Factor> Expanded(Factor factor) =>
        factor.Operand is Derivative { IsPlain: true, IsLinear: false } plain
            ? plain.Product.Select(f => new Factor(new Derivative(f.Field), f.Power * factor.Power))
            : [factor];

    private static string LatexOf(Factor factor)
    {
        if (factor.Power == 1)
        {
            return factor.Operand.Latex;
        }

        var power = factor.Power.ToString(CultureInfo.InvariantCulture);
        return factor.Operand is Derivative { IsLinear: true, Laplacian: 0 }
            ? $"{factor.Operand.Latex}^{{{power}}}"
            : $@"\left({factor.Operand.Latex}\right)^{{{power}}}";
    }
}
