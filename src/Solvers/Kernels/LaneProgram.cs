using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>A <see cref="ProductProgram"/> for one field on a line, carried out for one member in every lane.</summary>
internal sealed class LaneProgram<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly LaneStep<TLanes, T>[] steps;
    private readonly (int Derived, int Nodes) sizes;
    private readonly int length;

    public LaneProgram(ProductProgram program, LaneFft<TLanes, T> fft)
    {
        sizes = program.Sizes;
        length = fft.Length;
        var written = new HashSet<Target>();
        steps = [.. program.Steps.Select(step => Compile(step, fft, written))];
    }

    public LaneFrame<T> NewFrame() => new(sizes.Derived, sizes.Nodes, length);

    /// <summary>The sums for the modes of a state; a rate that no term writes keeps its zeros.</summary>
    public void Evaluate(AlignedMemory<T> state, AlignedMemory<T> rate, LaneFrame<T> frame)
    {
        frame.State = state;
        frame.Rate = rate;
        foreach (var step in steps)
        {
            step.Run(frame);
        }
    }

    private static LaneStep<TLanes, T> Compile(ProgramStep step, LaneFft<TLanes, T> fft, HashSet<Target> written) =>
        step switch
    {
        NodeStep node => new LaneNode<TLanes, T>(node, fft),
        ProductStep product => new LaneProduct<TLanes, T>(product, fft, adds: !written.Add(product.Target)),
        LinearStep linear => new LaneLinear<TLanes, T>(linear, fft, adds: !written.Add(linear.Target)),
        ConstantStep constant => new LaneConstant<TLanes, T>(constant, fft, adds: !written.Add(constant.Target)),
        _ => throw new ArgumentException($"{step.GetType().Name} has no form in lanes.", nameof(step)),
    };
}
