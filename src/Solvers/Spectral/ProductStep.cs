namespace Sci.Solvers;

/// <summary>Forms a sum of products at the points and adds a symbol times its modes to a target.</summary>
internal sealed class ProductStep : ProgramStep
{
    private readonly Product[] products;
    private readonly Diagonal? symbol;
    private readonly Diagonal? transpose;
    private readonly int parityY;
    private readonly Target target;
    private readonly ProductGrid grid;
    private readonly (int Node, int Gradient, Product[] Sum)[] gradients;

    /// <param name="products">The sum.</param>
    /// <param name="symbol">The operator before the sum; nothing for 1.</param>
    /// <param name="parityY">Number of its derivatives in y, but for even ones.</param>
    /// <param name="target">Where the result is added.</param>
    /// <param name="grid">Where the products are formed.</param>
    /// <param name="isVariable">Whether a factor changes with the state.</param>
    /// <param name="firstGradient">Number of the first gradient that is free.</param>
    public ProductStep(
        Product[] products, Diagonal? symbol, int parityY, Target target, ProductGrid grid,
        Func<int, bool> isVariable, int firstGradient)
    {
        this.products = products;
        this.symbol = symbol;
        this.parityY = parityY;
        this.target = target;
        this.grid = grid;
        transpose = symbol?.Conjugate();
        int[] nodes = [.. products.SelectMany(p => p.Nodes).Distinct().Where(isVariable)];
        gradients = [.. nodes.Select((node, i) => (
            node, firstGradient + i,
            products.Where(p => p.Nodes.Contains(node)).Select(p => p.Without(node)).ToArray()))];
    }

    public IReadOnlyList<Product> Products => products;

    public Diagonal? Symbol => symbol;

    public Target Target => target;

    /// <summary>Number of gradients, one for each factor that varies.</summary>
    public int Gradients => gradients.Length;

    public override void Run(Pass pass)
    {
        var frame = pass.Frame;
        Sum(products, frame, frame.Sum);
        AddModes(pass);
    }

    /// <summary>Keeps the derivatives of the sum with respect to its factors, for the state last evaluated.</summary>
    public void Linearise(Frame frame)
    {
        foreach (var (_, gradient, sum) in gradients)
        {
            Sum(sum, frame, frame.Gradient(gradient));
        }
    }

    public override void Tangent(Pass pass, Frame at)
    {
        var frame = pass.Frame;
        for (var i = 0; i < gradients.Length; i++)
        {
            var (node, gradient, _) = gradients[i];
            if (i == 0)
            {
                Pointwise.Multiply(at.Gradient(gradient), frame.Node(node), 1, frame.Sum);
            }
            else
            {
                Pointwise.MultiplyAdd(at.Gradient(gradient), frame.Node(node), 1, frame.Sum);
            }
        }

        if (gradients.Length > 0)
        {
            AddModes(pass);
        }
    }

    public override void Adjoint(Pass pass, Frame at)
    {
        if (gradients.Length == 0)
        {
            return;
        }

        var frame = pass.Frame;
        var sensitivity = pass.At(target);
        if (transpose is not null)
        {
            transpose.Set(sensitivity, frame.Scratch);
            sensitivity = frame.Scratch;
        }

        grid.ToPoints(sensitivity, frame.Sum, frame.Fine, parityY);
        foreach (var (node, gradient, _) in gradients)
        {
            Pointwise.MultiplyAdd(at.Gradient(gradient), frame.Sum, 1, frame.Node(node));
        }
    }

    private static void Sum(Product[] products, Frame frame, Span<double> sum)
    {
        for (var i = 0; i < products.Length; i++)
        {
            products[i].Evaluate(frame, sum, add: i > 0);
        }
    }

    private void AddModes(Pass pass)
    {
        var frame = pass.Frame;
        grid.ToModes(frame.Sum, frame.Scratch, frame.Fine, parityY);
        var sum = pass.At(target);
        if (symbol is not null)
        {
            symbol.Add(frame.Scratch, sum);
            return;
        }

        Pointwise.Add(frame.Scratch, sum);
    }
}
