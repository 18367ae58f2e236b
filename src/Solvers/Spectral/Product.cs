namespace Sci.Solvers;

/// <summary>A number times factors at the points; a repeated factor is a power.</summary>
/// <param name="Coefficient">The number.</param>
/// <param name="Nodes">The factors; none for a constant.</param>
internal sealed record Product(double Coefficient, IReadOnlyList<int> Nodes)
{
    /// <summary>The product of two products.</summary>
    public static Product operator *(Product a, Product b) =>
        new(a.Coefficient * b.Coefficient, [.. a.Nodes, .. b.Nodes]);

    /// <summary>The derivative with respect to one factor.</summary>
    public Product Without(int node)
    {
        var rest = Nodes.ToList();
        rest.Remove(node);
        return new Product(Coefficient * Nodes.Count(n => n == node), rest);
    }

    /// <summary>Adds the product to <paramref name="sum"/>, or puts it there.</summary>
    public void Evaluate(Frame frame, Span<double> sum, bool add)
    {
        if (!add && Nodes.Count != 2)
        {
            sum.Clear();
        }

        switch (Nodes.Count)
        {
            case 0:
                AddConstant(sum);
                break;
            case 1:
                Pointwise.Add(frame.Node(Nodes[0]), Coefficient, sum);
                break;
            case 2 when !add:
                Pointwise.Multiply(frame.Node(Nodes[0]), frame.Node(Nodes[1]), Coefficient, sum);
                break;
            default:
                Pointwise.MultiplyAdd(AllButLast(frame), frame.Node(Nodes[^1]), Coefficient, sum);
                break;
        }
    }

    private Span<double> AllButLast(Frame frame)
    {
        var partial = frame.Node(Nodes[0]);
        for (var i = 1; i < Nodes.Count - 1; i++)
        {
            Pointwise.Multiply(partial, frame.Node(Nodes[i]), 1, frame.Power);
            partial = frame.Power;
        }

        return partial;
    }

    private void AddConstant(Span<double> sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += Coefficient;
        }
    }
}
