using static System.FormattableString;

namespace Sci.Solvers;

/// <summary>∂ₓᵃ ∂ᵧᵇ (∇²)ᶜ of a product of powers of fields: <c>u</c>, <c>u_xx</c>, <c>lap(psi2)</c>, <c>ilap(q)</c>, <c>(u^2)_xx</c>;
/// of it the half Laplacian (-∇²)^½, <c>root(psi)</c>, or the mean along x, <c>zonal(q)</c>.</summary>
public sealed class Derivative : Operand
{
    private readonly FieldPower[] product;

    /// <summary>The operator with the given orders on the product of <paramref name="product"/>.</summary>
    /// <param name="product">The fields; equal ones are merged.</param>
    /// <param name="x">Order in x.</param>
    /// <param name="y">Order in y.</param>
    /// <param name="laplacian">Power of the Laplacian; negative for its inverse, which returns a field of mean
    /// zero.</param>
    /// <param name="zonal">Whether the mean along x is taken of it all.</param>
    /// <param name="root">Whether (-∇²)^½ is taken of it all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative order, or a power below one.</exception>
    public Derivative(IEnumerable<FieldPower> product, int x = 0, int y = 0, int laplacian = 0, bool zonal = false,
        bool root = false)
        : this(Merge(product), x, y, laplacian, zonal, root)
    {
    }

    /// <summary>The operator with the given orders on one field.</summary>
    public Derivative(string field, int x = 0, int y = 0, int laplacian = 0)
        : this([new FieldPower(field, 1)], x, y, laplacian, zonal: false, root: false)
    {
    }

    private Derivative(FieldPower[] product, int x, int y, int laplacian, bool zonal, bool root)
        : base(
            Around("zonal", zonal, Around("root", root, TextOf(product, x, y, laplacian))),
            zonal ? $@"\overline{{{LatexOf(product, x, y, laplacian, root)}}}" : LatexOf(product, x, y, laplacian, root))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        this.product = product;
        X = x;
        Y = y;
        Laplacian = laplacian;
        IsZonal = zonal;
        IsRoot = root;
    }

    /// <summary>The fields under the operator, in the order of the alphabet.</summary>
    public IReadOnlyList<FieldPower> Product => product;

    /// <summary>Order in x.</summary>
    public int X { get; }

    /// <summary>Order in y.</summary>
    public int Y { get; }

    /// <summary>Power of the Laplacian; negative for its inverse.</summary>
    public int Laplacian { get; }

    /// <summary>Whether the mean along x is taken of it all.</summary>
    public bool IsZonal { get; }

    /// <summary>Whether the half Laplacian (-∇²)^½, which multiplies a wave by |k|, is taken of it all.</summary>
    public bool IsRoot { get; }

    /// <summary>Whether no operator stands before the fields.</summary>
    public bool IsPlain => X == 0 && Y == 0 && Laplacian == 0 && !IsZonal && !IsRoot;

    /// <summary>Whether the operator acts on one field to the first power.</summary>
    public bool IsLinear => product is [{ Power: 1 }];

    /// <inheritdoc/>
    public override int Order => X + Y + (2 * Laplacian) + (IsRoot ? 1 : 0);

    /// <inheritdoc/>
    public override int Degree => product.Sum(f => f.Power);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields => [.. product.Select(f => f.Field)];

    /// <inheritdoc/>
    public override int ParityX => X % 2;

    /// <inheritdoc/>
    public override int ParityY => Y % 2;

    /// <summary>A further operator applied to this one.</summary>
    public Derivative Under(int x, int y, int laplacian) =>
        new(product, X + x, Y + y, Laplacian + laplacian, IsZonal, IsRoot);

    /// <summary>The mean along x of this.</summary>
    public Derivative Zonal() => new(product, X, Y, Laplacian, zonal: true, IsRoot);

    /// <summary>(-∇²)^½ of this; twice is minus the Laplacian, for which there is no name, and an error.</summary>
    /// <exception cref="ArgumentException">This is such a root already.</exception>
    public Derivative Root() => IsRoot
        ? throw new ArgumentException($"root({Text}) is minus a Laplacian; write it so.")
        : new(product, X, Y, Laplacian, IsZonal, root: true);

    private static FieldPower[] Merge(IEnumerable<FieldPower> product)
    {
        ArgumentNullException.ThrowIfNull(product);
        FieldPower[] merged = [.. product.GroupBy(f => f.Field, f => f.Power)
            .Select(group => new FieldPower(group.Key, group.Sum()))
            .OrderBy(f => f.Field, StringComparer.Ordinal)];
        if (merged.Length == 0 || merged.Any(f => f.Power < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(product), "A derivative needs at least one field, each to a power of at least 1.");
        }

        return merged;
    }

    private static string Around(string name, bool applies, string text) => applies ? $"{name}({text})" : text;

    private static string TextOf(FieldPower[] product, int x, int y, int laplacian)
    {
        var inner = string.Join('*', product);
        var suffix = x + y == 0 ? "" : $"_{new string('x', x)}{new string('y', y)}";
        var bare = product is [{ Power: 1 }];
        var name = laplacian > 0 ? "lap" : "ilap";
        var power = Math.Abs(laplacian) == 1 ? "" : Invariant($"^{Math.Abs(laplacian)}");
        var body = suffix.Length == 0 ? inner : bare ? inner + suffix : $"({inner}){suffix}";
        return laplacian == 0 ? body : $"{name}{power}({body})";
    }

    private static string LatexOf(FieldPower[] product, int x, int y, int laplacian, bool root)
    {
        var letters = new string('x', x) + new string('y', y);
        var laplace = (root ? @"(-\nabla^2)^{1/2} " : "")
            + (laplacian == 0 ? "" : Invariant($@"\nabla^{{{2 * laplacian}}} "));
        if (product is [{ Power: 1 } field])
        {
            return laplace + Sci.Solvers.Latex.Field(field.Field, letters);
        }

        var inner = string.Join(" ", product.Select(f =>
            Sci.Solvers.Latex.Field(f.Field, "") + (f.Power == 1 ? "" : Invariant($"^{{{f.Power}}}"))));
        return letters.Length == 0 && laplace.Length == 0 ? inner : $@"{laplace}\left({inner}\right)" + (letters.Length == 0 ? "" : $"_{{{letters}}}");
    }
}
