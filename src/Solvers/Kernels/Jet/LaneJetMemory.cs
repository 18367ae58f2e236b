using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>What a <see cref="LaneJet{TLanes}"/> needs of memory, one a thread.</summary>
internal sealed class LaneJetMemory<TLanes>(JetLayout<TLanes> layout, int modes)
    where TLanes : unmanaged, ILanes<TLanes, double>
{
    /// <summary>q without βy at the centre of a step, layer by layer.</summary>
    public AlignedMemory<double>[] Now { get; } = New(2, layout.Groups * layout.Group);

    /// <summary>The same a step before.</summary>
    public AlignedMemory<double>[] Old { get; } = New(2, layout.Groups * layout.Group);

    /// <summary>Its rate of change without the hyperviscosity of what is stepped.</summary>
    public AlignedMemory<double>[] Rate { get; } = New(2, layout.Groups * layout.Group);

    /// <summary>A group's modes of a layer's ψ.</summary>
    public AlignedMemory<double> Psi { get; } = new(layout.Group);

    /// <summary>A group of columns along y.</summary>
    public AlignedMemory<double> Column { get; } = new(2 * TLanes.Count * layout.FineRows);

    /// <summary>ψₓ, ψᵧ, ζₓ, ζᵧ between the transforms along y and x; the Jacobian takes the first one.</summary>
    public AlignedMemory<double>[] Planes { get; } = New(4, layout.Planes.Length);

    /// <summary>The same four at the points of a group of rows.</summary>
    public AlignedMemory<double>[] Points { get; } = New(4, 2 * TLanes.Count * layout.Planes.PointsX);

    /// <summary>Modes of one field, in order.</summary>
    public Complex[] Modes { get; } = new Complex[modes];

    private static AlignedMemory<double>[] New(int count, int length) =>
        [.. Enumerable.Range(0, count).Select(_ => new AlignedMemory<double>(length))];
}
