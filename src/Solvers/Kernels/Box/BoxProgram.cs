using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>
/// A <see cref="ProductProgram"/> in a box, sorted by where its work is done: at modes, between planes, at points.
/// </summary>
internal sealed class BoxProgram<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly (int Node, AlignedMemory<T> Points)[] constants;

    public BoxProgram(SpectralCore core, BoxLayout<TLanes, T> layout)
    {
        var program = core.Rest;
        var (modes, scale) = (core.Fourier.Modes, 1.0 / core.Fourier.Points);
        // Half of the rows' sums and differences, and the ratio of the unnormalised modes of the two grids.
        var back = 0.5 * core.Fourier.Points / core.Grid.Points;
        Fields = core.Equation.Fields.Count;
        (Derived, Nodes) = (Terms(program, layout, program.Sizes.Derived, isRate: false), program.Sizes.Nodes);
        Rates = Terms(program, layout, Fields, isRate: true);
        Constants = [.. Enumerable.Range(0, Fields).Select(field => Constant(program, layout, field, modes))];
        Brought = [.. program.Steps.OfType<NodeStep>().Select(step => new BoxNode<T>(
            step.From, step.Node, layout.Factors(mode => scale * (step.Symbol?[mode] ?? 1), isProduct: true)))];
        Products = [.. program.Steps.OfType<ProductStep>().Select(step => new BoxProduct<TLanes, T>(
            step.Target.Index, new PointProducts<TLanes, T>(step.Products),
            layout.Factors(mode => back * (step.Symbol?[mode] ?? 1), isProduct: true)))];
        constants = [.. program.Constants.Select(constant => (constant.Node, Points(constant.Points, layout)))];
        IsDead = [.. Enumerable.Range(0, layout.Groups).Select(group => layout.IsDead(group, core.Grid.Mask))];
    }

    /// <summary>Number of fields of a state.</summary>
    public int Fields { get; }

    /// <summary>Number of factors at the points.</summary>
    public int Nodes { get; }

    /// <summary>For each diagnosed field the sum over the state's that it is.</summary>
    public BoxSum<TLanes, T>[] Derived { get; }

    /// <summary>
    /// For each field the terms of its tendency that need no points, over the state's fields and the diagnosed ones.
    /// </summary>
    public BoxSum<TLanes, T>[] Rates { get; }

    /// <summary>For each field the constant part of its tendency, or nothing.</summary>
    public BoxFactors<T>?[] Constants { get; }

    /// <summary>What is brought to the points.</summary>
    public BoxNode<T>[] Brought { get; }

    /// <summary>What is formed there.</summary>
    public BoxProduct<TLanes, T>[] Products { get; }

    /// <summary>Groups of columns whose modes no factor and no product keeps.</summary>
    public bool[] IsDead { get; }

    /// <summary>Number of planes: products take those of the factors.</summary>
    public int Planes => Math.Max(Brought.Length, Products.Length);

    /// <summary>Whether products only add to tendencies, so that one visit to the points is enough.</summary>
    public static bool Fits(ProductProgram program) => program.Steps.All(step => step switch
    {
        ProductStep product => product.Target.IsRate,
        ConstantStep constant => constant.Target.IsRate,
        _ => true,
    });

    /// <summary>The factors that are constant in time at the points of a group of rows.</summary>
    public unsafe void SetConstants(BoxLayout<TLanes, T> layout, int rows, T** nodes)
    {
        foreach (var (node, points) in constants)
        {
            nodes[node] = points.Pointer + (2 * TLanes.Count * layout.PointsX * (nint)rows);
        }
    }

    private static BoxSum<TLanes, T>[] Terms(
        ProductProgram program, BoxLayout<TLanes, T> layout, int targets, bool isRate)
    {
        var fields = program.Results;
        return [.. Enumerable.Range(0, targets).Select(target => new BoxSum<TLanes, T>(
            program.Steps.OfType<LinearStep>()
                .Where(step => step.Target == new Target(isRate, isRate ? target : fields + target))
                .Select(step => (step.From, new Func<int, Complex>(mode => step.Symbol[mode]))),
            layout))];
    }

    private static BoxFactors<T>? Constant(ProductProgram program, BoxLayout<TLanes, T> layout, int field, int modes)
    {
        var sum = new Complex[modes];
        ConstantStep[] steps = [.. program.Steps.OfType<ConstantStep>().Where(step => step.Target.Index == field)];
        foreach (var step in steps)
        {
            Pointwise.Add(step.Constant.ToArray(), sum);
        }

        return steps.Length == 0 ? null : layout.Factors(mode => sum[mode], isProduct: false);
    }

    private static AlignedMemory<T> Points(double[] field, BoxLayout<TLanes, T> layout)
    {
        var points = new AlignedMemory<T>(field.Length);
        for (var row = 0; row < layout.PointsY; row++)
        {
            var (group, within) = Math.DivRem(row, 2 * TLanes.Count);
            for (var x = 0; x < layout.PointsX; x++)
            {
                points.Values[(2 * TLanes.Count * ((group * layout.PointsX) + x)) + within] =
                    T.CreateTruncating(field[(row * layout.PointsX) + x]);
            }
        }

        return points;
    }
}

/// <summary>A symbol times a field of the state, or a diagnosed one, that is brought to the points.</summary>
internal sealed record BoxNode<T>(int From, int Node, BoxFactors<T> Symbol)
    where T : unmanaged, INumber<T>;

/// <summary>A sum of products at the points that adds to a tendency.</summary>
internal sealed record BoxProduct<TLanes, T>(int Field, PointProducts<TLanes, T> Sum, BoxFactors<T> Symbol)
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>;
