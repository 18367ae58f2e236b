using System.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Evaluates sums of terms of a state pseudo-spectrally, sharing transforms, with tangent and adjoint.
/// </summary>
/// <remarks>
/// Immutable; a <see cref="Frame"/> a thread. Fields go in and results come out as modes (unnormalised). Every step is
/// a real-linear map between fields times gradients at the points, so the adjoint runs the same steps backwards with
/// conjugate symbols: it is the transpose for the plain sum over points.
/// </remarks>
internal sealed class ProductProgram
{
    private readonly ProgramStep[] steps;
    private readonly (int Node, double[] Points)[] constants;
    private readonly ProductGrid grid;
    private readonly int derived;
    private readonly int nodes;
    private readonly int gradients;
    private readonly int[] variables;

    internal ProductProgram(
        ProductGrid grid, ProgramStep[] steps, (int Node, double[] Points)[] constants, int results, int derived,
        int nodes)
    {
        this.grid = grid;
        this.steps = steps;
        this.constants = constants;
        this.derived = derived;
        this.nodes = nodes;
        gradients = steps.OfType<ProductStep>().Sum(step => step.Gradients);
        variables = [.. Enumerable.Range(0, nodes).Except(constants.Select(c => c.Node))];
        Results = results;
    }

    /// <summary>Number of sums.</summary>
    public int Results { get; }

    /// <summary>What is done, in order.</summary>
    public IReadOnlyList<ProgramStep> Steps => steps;

    /// <summary>Number of fields that the state determines, and of factors at the points.</summary>
    public (int Derived, int Nodes) Sizes => (derived, nodes);

    /// <summary>The factors that are constant in time, at the points.</summary>
    public IReadOnlyList<(int Node, double[] Points)> Constants => constants;

    /// <summary>Whether some factors are constant in time.</summary>
    public bool HasConstants => constants.Length > 0;

    /// <summary>Whether there is nothing to compute.</summary>
    public bool IsEmpty => steps.Length == 0;

    /// <summary>Working memory for one thread.</summary>
    public Frame NewFrame()
    {
        var frame = new Frame(derived, nodes, gradients, grid);
        foreach (var (node, points) in constants)
        {
            points.CopyTo(frame.Node(node));
        }

        return frame;
    }

    /// <summary>The sums for a state.</summary>
    /// <param name="state">Modes, shape [fields, modes].</param>
    /// <param name="rates">Modes, shape [results, modes], overwritten.</param>
    /// <param name="frame">Working memory.</param>
    public void Evaluate(Span<Complex> state, Span<Complex> rates, Frame frame)
    {
        var pass = Begin(state, rates, frame);
        foreach (var step in steps)
        {
            step.Run(pass);
        }
    }

    /// <summary>Keeps in <paramref name="frame"/> the derivatives at the state that it evaluated last.</summary>
    public void Linearise(Frame frame)
    {
        foreach (var step in steps)
        {
            (step as ProductStep)?.Linearise(frame);
        }
    }

    /// <summary>
    /// The change of the sums for a change of the state at which <paramref name="at"/> was linearised.
    /// </summary>
    public void Tangent(Span<Complex> change, Span<Complex> rates, Frame frame, Frame at)
    {
        var pass = Begin(change, rates, frame);
        foreach (var step in steps)
        {
            step.Tangent(pass, at);
        }
    }

    /// <summary>
    /// Adds to <paramref name="sensitivity"/> of the state what <paramref name="rates"/>' sensitivities make of it.
    /// </summary>
    public void Adjoint(Span<Complex> sensitivity, Span<Complex> rates, Frame frame, Frame at)
    {
        frame.Derived.AsSpan().Clear();
        foreach (var node in variables)
        {
            frame.Node(node).Clear();
        }

        var pass = new Pass(sensitivity, rates, frame, grid.Coarse.Modes);
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            steps[i].Adjoint(pass, at);
        }
    }

    private Pass Begin(Span<Complex> state, Span<Complex> rates, Frame frame)
    {
        rates.Clear();
        frame.Derived.AsSpan().Clear();
        return new Pass(state, rates, frame, grid.Coarse.Modes);
    }
}
