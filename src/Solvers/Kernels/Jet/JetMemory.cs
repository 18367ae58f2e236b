using System.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>What a <see cref="WholeFieldJet"/> needs of memory, one a thread; layer by layer where it is an array of
/// arrays.</summary>
internal sealed class JetMemory(JetTendency plan)
{
    /// <summary>q with βy at the centre of a step.</summary>
    public Complex[][] Now { get; } = [new Complex[plan.Modes], new Complex[plan.Modes]];

    /// <summary>The same a step before.</summary>
    public Complex[][] Old { get; } = [new Complex[plan.Modes], new Complex[plan.Modes]];

    /// <summary>Rate of change of q without the hyperviscosity.</summary>
    public Complex[][] Rate { get; } = [new Complex[plan.Modes], new Complex[plan.Modes]];

    /// <summary>Points of one field.</summary>
    public double[] Field { get; } = new double[plan.Points];

    /// <summary>Modes of one field.</summary>
    public Complex[] Modes { get; } = new Complex[plan.Modes];

    /// <summary>Padded modes of ψₓ, ψᵧ, ζₓ, ζᵧ; zero beyond the modes of the grid.</summary>
    public Complex[][] Padded { get; } = [.. Enumerable.Range(0, 4).Select(_ => new Complex[plan.FineModes])];

    /// <summary>Points of the same four.</summary>
    public double[][] Fine { get; } = [.. Enumerable.Range(0, 4).Select(_ => new double[plan.FinePoints])];

    /// <summary>Padded modes of the Jacobian.</summary>
    public Complex[] Product { get; } = new Complex[plan.FineModes];
}
