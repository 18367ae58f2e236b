using System.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Turns terms into the steps of a <see cref="ProductProgram"/>: shared factors, flux forms, shared operators.
/// </summary>
/// <remarks>
/// u^p uₓ becomes (u^(p+1))ₓ/(p+1) and J(a, b) becomes (aₓ b)ᵧ - (aᵧ b)ₓ: one product and one transform, and the mean
/// is kept to round-off. Sums of products under one operator are transformed once.
/// </remarks>
internal sealed class ProgramBuilder
{
    private readonly Equation equation;
    private readonly ProductGrid grid;
    private readonly List<ProgramStep> steps = [];
    private readonly Dictionary<string, int> nodes = [];
    private readonly Dictionary<string, int> sources = [];
    private readonly List<(int Node, double[] Points)> constants = [];
    private readonly Dictionary<(Target Target, Flux Operator), List<Product>> sums = [];
    private int gradients;

    public ProgramBuilder(Equation equation, ProductGrid grid)
    {
        this.equation = equation;
        this.grid = grid;
        foreach (var field in equation.Fields)
        {
            sources[field] = sources.Count;
        }
    }

    private readonly record struct Flux(
        int X, int Y, int Laplacian, bool Zonal = false, bool Root = false);

    /// <summary>The program of everything added so far.</summary>
    public ProductProgram Build(int results)
    {
        foreach (var ((target, flux), products) in sums)
        {
            AddProducts(products, flux, target);
        }

        sums.Clear();
        return new ProductProgram(
            grid, [.. steps], [.. constants], results, sources.Count - equation.Fields.Count, nodes.Count);
    }

    /// <summary>Adds a weighted term to result <paramref name="result"/>.</summary>
    public void Add(int result, WeightedTerm weighted)
    {
        var (c, term) = weighted;
        var target = new Target(true, result);
        if (LinearPart.IsDiagonal(term, equation.Grid))
        {
            AddLinear(target, c, (Derivative)term.Factors[0].Operand);
        }
        else if (term.Factors is [{ Power: 1, Operand: Jacobian j }])
        {
            AddJacobian(target, c, j);
        }
        else if (term.Factors is [{ Power: 1, Operand: Derivative d }])
        {
            Sum(target, new Flux(d.X, d.Y, d.Laplacian, d.IsZonal, d.IsRoot)).Add(Plain(c, d));
        }
        else if (FluxForm(term) is var (field, power, x, y) && !(equation.Grid.HasWalls && y > 0))
        {
            Sum(target, new Flux(x, y, 0)).Add(
                new Product(c / power, [.. Enumerable.Repeat(Node(new Derivative(field)), power)]));
        }
        else
        {
            Sum(target, default).AddRange(Expanded(weighted));
        }
    }

    /// <summary>The products at the points that make up a term.</summary>
    public IEnumerable<Product> Expanded(WeightedTerm weighted)
    {
        IEnumerable<Product> products = [new Product(weighted.Coefficient, [])];
        foreach (var (operand, power) in weighted.Term.Factors)
        {
            Product[] factor = operand is Jacobian j
                ? [
                    new(1, [Node(j.First.Under(1, 0, 0)), Node(j.Second.Under(0, 1, 0))]),
                    new(-1, [Node(j.First.Under(0, 1, 0)), Node(j.Second.Under(1, 0, 0))]),
                ]
                : [new(1, [Node((Derivative)operand)])];
            for (var i = 0; i < power; i++)
            {
                products = [.. products.SelectMany(p => factor.Select(f => p * f))];
            }
        }

        return products;
    }

    // Between walls the flux of b's mean has not the image that its derivative in y needs: there, deviations
    // alone are in flux form. Energy and enstrophy are kept, as the derivatives in y are skew from one to the other.
    private void AddJacobian(Target target, double c, Jacobian j)
    {
        Product aX = new(c, [Node(j.First.Under(1, 0, 0))]), aY = new(-c, [Node(j.First.Under(0, 1, 0))]);
        Sum(target, new Flux(0, 1, 0)).Add(aX * new Product(1, [Node(j.Second)]));
        Sum(target, new Flux(1, 0, 0)).Add(aY * new Product(1, [Node(j.Second)]));
        if (equation.Grid.HasWalls)
        {
            var mean = j.Second.Zonal();
            Sum(target, new Flux(0, 1, 0)).Add(aX * new Product(-1, [Node(mean)]));
            Sum(target, new Flux(1, 0, 0)).Add(aY * new Product(-1, [Node(mean)]));
            Sum(target, default).Add(aX * new Product(1, [Node(mean.Under(0, 1, 0))]));
        }
    }

    // u^p u_x with p ≥ 1: the field, p + 1 and the direction.
    private static (string Field, int Power, int X, int Y)? FluxForm(Term term) =>
        term.Factors is [{ Operand: Derivative { IsPlain: true } u } first, { Power: 1, Operand: Derivative { Order: 1, IsLinear: true, Laplacian: 0, IsZonal: false, IsRoot: false } d }]
        && u.Fields[0] == d.Fields[0]
            ? (u.Fields[0], first.Power + 1, d.X, d.Y)
            : null;

    private List<Product> Sum(Target target, Flux flux)
    {
        if (!sums.TryGetValue((target, flux), out var products))
        {
            sums[(target, flux)] = products = [];
        }

        return products;
    }

    private void AddProducts(List<Product> products, Flux flux, Target target)
    {
        var scale = products is [var only] ? only.Coefficient : 1;
        Product[] scaled = scale == 1 ? [.. products] : [products[0] with { Coefficient = 1 }];
        var symbol = grid.Coarse.Symbol(
            new Derivative([new FieldPower("", 1)], flux.X, flux.Y, flux.Laplacian, flux.Zonal, flux.Root));
        var identity = scale == 1 && flux == default && grid.Mask is null;
        var factors = identity ? null : Masked(symbol, scale);
        if (!identity && factors is null)
        {
            return;
        }

        var constantNodes = constants.Select(c => c.Node).ToHashSet();
        var step = new ProductStep(
            scaled, factors, flux.Y % 2, target, grid, node => !constantNodes.Contains(node), gradients);
        gradients += step.Gradients;
        steps.Add(step);
    }

    private Diagonal? Masked(Complex[] symbol, double scale) =>
        Diagonal.Of([.. symbol.Select((s, mode) => scale * s * (grid.Mask?[mode] ?? 1))]);

    private void AddLinear(Target target, double c, Derivative d)
    {
        Complex[] symbol = [.. grid.Coarse.Symbol(d).Select(s => c * s)];
        if (equation.Given.TryGetValue(d.Fields[0], out var given))
        {
            var constant = Modes(given);
            steps.Add(new ConstantStep([.. symbol.Select((s, mode) => s * constant[mode])], target));
        }
        else if (Diagonal.Of(symbol) is { } factors)
        {
            steps.Add(new LinearStep(Source(d.Fields[0]), factors, target));
        }
    }

    private Product Plain(double c, Derivative d) =>
        new(c, [.. d.Product.SelectMany(f => Enumerable.Repeat(Node(new Derivative(f.Field)), f.Power))]);

    private int Node(Derivative d)
    {
        if (nodes.TryGetValue(d.Text, out var known))
        {
            return known;
        }

        if (d.IsLinear && equation.Given.TryGetValue(d.Fields[0], out var given))
        {
            constants.Add((nodes.Count, ConstantPoints(given, d)));
            return nodes[d.Text] = nodes.Count;
        }

        var source = d.IsLinear ? Source(d.Fields[0]) : ProductSource(d);
        var node = nodes[d.Text] = nodes.Count;
        var symbol = d.IsPlain && grid.Mask is null ? null : Masked(grid.Coarse.Symbol(d), 1) ?? Diagonal.Zero(
            grid.Coarse.Modes);
        steps.Add(new NodeStep(source, symbol, d.ParityY, node, grid));
        return node;
    }

    private double[] ConstantPoints(double[] given, Derivative d)
    {
        var points = new double[grid.Points];
        var modes = Modes(given);
        (Masked(grid.Coarse.Symbol(d), 1) ?? Diagonal.Zero(modes.Length)).Set(modes, modes);
        grid.ToPoints(modes, points, new Complex[grid.FineModes], d.ParityY);
        return points;
    }

    private Complex[] Modes(double[] given)
    {
        var modes = new Complex[grid.Coarse.Modes];
        grid.Coarse.Forward(given, modes);
        return modes;
    }

    // A product of fields that an operator inside a product acts on is a field of its own.
    private int ProductSource(Derivative d)
    {
        var inner = new Derivative(d.Product);
        if (sources.TryGetValue(inner.Text, out var known))
        {
            return known;
        }

        var product = Plain(1, inner);
        var source = sources[inner.Text] = sources.Count;
        AddProducts([product], default, new Target(false, source));
        return source;
    }

    private int Source(string field)
    {
        if (!sources.ContainsKey(field))
        {
            Diagnose();
        }

        return sources[field];
    }

    private void Diagnose()
    {
        var symbols = Diagnosis.Symbols(equation, grid.Coarse);
        for (var d = 0; d < symbols.Length; d++)
        {
            var source = sources[equation.Diagnosed[d]] = sources.Count;
            for (var f = 0; f < equation.Fields.Count; f++)
            {
                if (Diagonal.Of(symbols[d][f]) is { } symbol)
                {
                    steps.Add(new LinearStep(f, symbol, new Target(false, source)));
                }
            }
        }
    }
}
