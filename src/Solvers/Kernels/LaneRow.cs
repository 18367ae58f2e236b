using System.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>A row of a scheme's weights in lanes: a sum of sources, or one of them as it is.</summary>
/// <param name="row">The weights.</param>
/// <param name="modes">The mode at each place.</param>
/// <param name="isSum">Whether it is a sum even if that equals a source.</param>
internal sealed class LaneRow<T>(Method.Row row, int[] modes, bool isSum = false)
    where T : unmanaged, INumber<T>
{
    /// <summary>The source that the sum equals, or -1.</summary>
    public int Same { get; } = isSum ? -1 : row.Same;

    public LaneTerm<T>[] Terms { get; } =
        [.. row.Terms.Select(term => new LaneTerm<T>(term.Source, new LaneFactors<T>(term.Weight, modes, 1)))];
}
