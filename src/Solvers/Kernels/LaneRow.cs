namespace Sci.Solvers.Kernels;

/// <summary>A row of a scheme's weights in lanes: a sum of sources, or one of them as it is.</summary>
internal sealed class LaneRow(Method.Row row, int[] modes)
{
    /// <summary>The source that the sum equals, or -1.</summary>
    public int Same { get; } = row.Same;

    public LaneTerm[] Terms { get; } =
        [.. row.Terms.Select(term => new LaneTerm(term.Source, new LaneFactors(term.Weight, modes, 1)))];
}
