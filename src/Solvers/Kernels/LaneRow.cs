using System.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>A row of a scheme's weights in lanes: a sum of sources, or one of them as it is.</summary>
internal sealed class LaneRow<T>(Method.Row row, int[] modes)
    where T : unmanaged, INumber<T>
{
    /// <summary>The source that the sum equals, or -1.</summary>
    public int Same { get; } = row.Same;

    public LaneTerm<T>[] Terms { get; } =
        [.. row.Terms.Select(term => new LaneTerm<T>(term.Source, new LaneFactors<T>(term.Weight, modes, 1)))];
}
