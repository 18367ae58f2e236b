using System.Numerics;

namespace Sci.Solvers;

/// <summary>The working memory of one evaluation of a <see cref="ProductProgram"/>; one a thread.</summary>
internal sealed class Frame
{
    private readonly double[] points;
    private readonly double[] gradients;
    private readonly int size;

    public Frame(int derived, int nodes, int gradients, ProductGrid grid)
    {
        size = grid.Points;
        Derived = new Complex[derived * grid.Coarse.Modes];
        Scratch = new Complex[grid.Coarse.Modes];
        Fine = new Complex[grid.FineModes];
        Sum = new double[size];
        Power = new double[size];
        points = new double[nodes * size];
        this.gradients = new double[gradients * size];
    }

    /// <summary>Modes of the fields that the state determines, one after another.</summary>
    public Complex[] Derived { get; }

    /// <summary>Modes of one field.</summary>
    public Complex[] Scratch { get; }

    /// <summary>Modes of one field on the product grid.</summary>
    public Complex[] Fine { get; }

    /// <summary>One field at the points.</summary>
    public double[] Sum { get; }

    /// <summary>One field at the points.</summary>
    public double[] Power { get; }

    /// <summary>One factor at the points.</summary>
    public Span<double> Node(int node) => points.AsSpan(node * size, size);

    /// <summary>The derivative of a sum of products with respect to one of its factors, at the points.</summary>
    public Span<double> Gradient(int gradient) => gradients.AsSpan(gradient * size, size);
}
