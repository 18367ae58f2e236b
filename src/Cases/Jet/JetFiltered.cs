using Sci.Numerics;

namespace Sci.Cases;

/// <summary>What a filter made of the windows of <see cref="JetObserved"/>.</summary>
/// <param name="Analyses">Means of ψ₁ and ψ₂ after each analysis, the first snapshot's kriging before them, shape
/// [windows·(cycles + 1), 2·points].</param>
/// <param name="Forecasts">Means before each analysis, shape [windows·cycles, 2·points].</param>
/// <param name="Spreads">Root mean square over the points of the members' deviation over the field's size: of the
/// forecasts of ψ₁ and ψ₂, then of the analyses, shape [windows·cycles, 4].</param>
/// <param name="Errors">The same of the means' errors; zero until <see cref="Against"/>.</param>
/// <param name="Variance">The members' variance before an analysis, mean over windows and settled times, shape
/// [1, 2·points].</param>
public sealed record JetFiltered(States Analyses, States Forecasts, States Spreads, States Errors, States Variance)
{
    /// <summary>Looks at single members on the way; times count from the beginning of each window.</summary>
    internal MemberLooks Looks { get; init; } = MemberLooks.None;

    /// <summary>Analyses of all windows.</summary>
    public int Count => Forecasts.Count;

    /// <summary>The number of an analysis among those with the first snapshots.</summary>
    /// <param name="row">Of <see cref="Forecasts"/>.</param>
    /// <param name="cycles">Analyses a window.</param>
    public static int AnalysisOf(int row, int cycles) => (row / cycles * (cycles + 1)) + (row % cycles) + 1;

    /// <summary>Root mean square over the settled analyses of all windows and both fields.</summary>
    /// <param name="of"><see cref="Spreads"/> or <see cref="Errors"/>.</param>
    /// <param name="first">0 for the forecasts, 2 for the analyses.</param>
    /// <param name="settings">Says when the filter has settled.</param>
    public static double Typical(States of, int first, JetLetkfSettings settings)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(settings);
        return Math.Sqrt(Enumerable.Range(0, of.Count)
            .Where(row => row % settings.Cycles >= settings.Settling - 1)
            .Average(row => ((of[row][first] * of[row][first]) + (of[row][first + 1] * of[row][first + 1])) / 2));
    }

    /// <summary>With the errors against the truth.</summary>
    internal JetFiltered Against(JetTruth truth, JetObserved observed)
    {
        var windows = truth.Starts.Count;
        var cycles = Count / windows;
        var exact = new States(Count, Forecasts.Size);
        var (earlier, last) = (JetFlow.ToStreams(truth.Earlier), JetFlow.ToStreams(truth.Starts));
        for (var row = 0; row < Count; row++)
        {
            (row % cycles == cycles - 1 ? last[row / cycles] : earlier[row + 1]).CopyTo(exact[row]);
        }

        var errors = new States(Count, 4);
        for (var row = 0; row < Count; row++)
        {
            for (var i = 0; i < 4; i++)
            {
                var made = i < 2 ? Forecasts[row] : Analyses[AnalysisOf(row, cycles)];
                var layer = new Range(i % 2 * JetFlow.Points, ((i % 2) + 1) * JetFlow.Points);
                errors[row][i] = System.Numerics.Tensors.TensorPrimitives.Distance<double>(
                    made[layer], exact[row][layer]) / Math.Sqrt(JetFlow.Points) / observed.Sizes[i % 2];
            }
        }

        return this with { Errors = errors };
    }
}
