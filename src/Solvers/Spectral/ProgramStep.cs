using System.Numerics;

namespace Sci.Solvers;

/// <summary>One step of a <see cref="ProductProgram"/>, with its derivative and the transpose of that.</summary>
internal abstract class ProgramStep
{
    /// <summary>Computes.</summary>
    public abstract void Run(Pass pass);

    /// <summary>Computes the change for a change of the state; <paramref name="at"/> holds the gradients.</summary>
    public abstract void Tangent(Pass pass, Frame at);

    /// <summary>Carries sensitivities from what the step wrote to what it read.</summary>
    public abstract void Adjoint(Pass pass, Frame at);
}

/// <summary>Adds a symbol times a source to a target, without leaving the modes.</summary>
internal sealed class LinearStep(int source, Diagonal symbol, Target target) : ProgramStep
{
    private readonly Diagonal transpose = symbol.Conjugate();

    public int From => source;

    public Diagonal Symbol => symbol;

    public Target Target => target;

    public override void Run(Pass pass) => symbol.Add(pass.Source(source), pass.At(target));

    public override void Tangent(Pass pass, Frame at) => Run(pass);

    public override void Adjoint(Pass pass, Frame at) => transpose.Add(pass.At(target), pass.Source(source));
}

/// <summary>Adds a constant to a target.</summary>
internal sealed class ConstantStep(Complex[] constant, Target target) : ProgramStep
{
    public IReadOnlyList<Complex> Constant => constant;

    public Target Target => target;

    public override void Run(Pass pass) => Pointwise.Add(constant, pass.At(target));

    public override void Tangent(Pass pass, Frame at)
    {
        // A constant does not change.
    }

    public override void Adjoint(Pass pass, Frame at)
    {
        // A constant depends on nothing.
    }
}

/// <summary>
/// Brings a symbol, with an even or odd number of derivatives in y, times a source to the points of products.
/// </summary>
internal sealed class NodeStep(int source, Diagonal? symbol, int parityY, int node, ProductGrid grid) : ProgramStep
{
    private readonly Diagonal? transpose = symbol?.Conjugate();

    public int From => source;

    public Diagonal? Symbol => symbol;

    public int Node => node;

    public override void Run(Pass pass)
    {
        var frame = pass.Frame;
        if (symbol is null)
        {
            grid.ToPoints(pass.Source(source), frame.Node(node), frame.Fine, parityY);
            return;
        }

        symbol.Set(pass.Source(source), frame.Scratch);
        grid.ToPoints(frame.Scratch, frame.Node(node), frame.Fine, parityY);
    }

    public override void Tangent(Pass pass, Frame at) => Run(pass);

    public override void Adjoint(Pass pass, Frame at)
    {
        var frame = pass.Frame;
        grid.ToModes(frame.Node(node), frame.Scratch, frame.Fine, parityY);
        var sum = pass.Source(source);
        if (transpose is not null)
        {
            transpose.Add(frame.Scratch, sum);
            return;
        }

        Pointwise.Add(frame.Scratch, sum);
    }
}
