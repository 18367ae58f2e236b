using Sci.Numerics;

namespace Sci.Cases;

/// <summary>A system between ends, whose solver takes its own steps and hands out states.</summary>
public abstract record TabulatedSystemSettings : SolvedSystemSettings
{
    internal override IReadOnlyList<string> Fields => ["u"];

    internal override bool HasOwnStart => true;

    /// <summary>Order in the spacing: 1 where a front stands between two cells.</summary>
    internal abstract int SpaceOrder { get; }

    /// <summary>
    /// The state at a time from so many times the cells, as means or values where the plain grid has its own.
    /// </summary>
    internal abstract double[] Refined(int times, double time);

    /// <summary>
    /// States at 0, 1, …, saves intervals, shape [saves + 1, points], and drifts of what is kept by name.
    /// </summary>
    internal abstract (States States, IReadOnlyDictionary<string, double> Drifts) Solve(double interval, int saves);
}
