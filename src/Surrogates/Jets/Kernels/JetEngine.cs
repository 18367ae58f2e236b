using System.Numerics;

namespace Sci.Surrogates;

/// <summary>Carries blocks of points through a model's networks and constraints, forward and back.</summary>
internal sealed unsafe class JetEngine<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly JetModel model;
    private readonly NetworkKernel<T>[] kernels;
    private readonly int block = JetBlock.Points<T>();
    private readonly int networkParameters;

    public JetEngine(JetModel model)
    {
        this.model = model;
        networkParameters = model.ParameterCount - model.Coefficients;
        kernels = [.. model.Networks.Select(network => network.Kernel<T>(model.Layout))];
    }

    private int Row => model.Layout.Channels * block;

    public JetWorkspace<T> Workspace(int equations) => new(
        block, model.Outputs * Row, equations, kernels.Sum(
            kernel => kernel.Scratch), networkParameters * JetBlock.Lanes<T>(), model.Coefficients);

    public void Begin(T* parameters, JetWorkspace<T> work)
    {
        work.Gradient.Values.Clear();
        work.CoefficientAdjoints.AsSpan().Clear();
        new ReadOnlySpan<T>(parameters + networkParameters, model.Coefficients).CopyTo(work.Coefficients);
    }

    /// <summary>Jets of the outputs, constraints applied.</summary>
    public void Forward(T* parameters, JetPoints<T> points, int tile, JetWorkspace<T> work)
    {
        var values = work.Values;
        var scratch = work.Scratch;
        for (var n = 0; n < kernels.Length; n++)
        {
            kernels[n].Forward(parameters, points.Features(tile), values, scratch);
            parameters += model.Networks[n].ParameterCount;
            values += model.Networks[n].Outputs * Row;
            scratch += kernels[n].Scratch;
        }

        for (var c = 0; c < model.Constraints.Count; c++)
        {
            ConstraintJets<T>.Apply(
                work.Values
                    + (model.Constraints[c].Output * Row), points.Bounds(tile) + (2 * c * Row), model.Layout, block);
        }
    }

    /// <summary>From the adjoints of the outputs to the gradient, which is added to.</summary>
    public void Backward(T* parameters, JetPoints<T> points, int tile, JetWorkspace<T> work)
    {
        for (var c = 0; c < model.Constraints.Count; c++)
        {
            ConstraintJets<T>.PullBack(
                work.Adjoints
                    + (model.Constraints[c].Output * Row), points.Bounds(tile) + (2 * c * Row), model.Layout, block);
        }

        var adjoints = work.Adjoints;
        var scratch = work.Scratch;
        var gradient = work.Gradient.Pointer;
        for (var n = 0; n < kernels.Length; n++)
        {
            kernels[n].Backward(parameters, points.Features(tile), adjoints, gradient, scratch, null);
            parameters += model.Networks[n].ParameterCount;
            gradient += model.Networks[n].ParameterCount * JetBlock.Lanes<T>();
            adjoints += model.Networks[n].Outputs * Row;
            scratch += kernels[n].Scratch;
        }
    }

    public void ClearAdjoints(JetWorkspace<T> work) => new Span<T>(work.Adjoints, model.Outputs * Row).Clear();

    public JetTile<T> Tile(JetPoints<T> points, int tile, JetWorkspace<T> work) =>
        new(work, points.Data(tile), model.Layout.Channels);

    /// <summary>The gradient of the points since <see cref="Begin"/>.</summary>
    public void End(JetWorkspace<T> work, Span<double> gradient)
    {
        var lanes = JetBlock.Lanes<T>();
        for (var p = 0; p < networkParameters; p++)
        {
            gradient[p] = double.CreateTruncating(JetBlock.Sum(work.Gradient.Pointer + (p * lanes)));
        }

        work.CoefficientAdjoints.CopyTo(gradient[networkParameters..]);
    }
}
