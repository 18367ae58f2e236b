using Sci.Assimilation;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Root mean square errors of the analysis that others reached in the same experiment.</summary>
public sealed record ReferenceSettings
{
    // One run of 1000 analyses scatters by 2 to 5 % about the mean of many.
    private const double UsualScatter = 0.04;

    /// <summary>In the literature.</summary>
    [Positive]
    public double? Published { get; init; }

    /// <summary>By an independent program, one value a run.</summary>
    [Positive]
    public IReadOnlyList<double> Independent { get; init; } = [];

    /// <summary>Analyses of each of its runs; ours are compared in pieces of this length.</summary>
    [AtLeast(20)]
    public required int Analyses { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>The interval that holds 95 % of the independent program's runs; null where it has none.</summary>
    /// <remarks>
    /// Student's interval of one more run; of fewer than three runs, which say little of their own scatter, that of
    /// runs which scatter by 4 %.
    /// </remarks>
    internal Interval? Runs()
    {
        if (Independent.Count == 0)
        {
            return null;
        }

        var count = Independent.Count;
        var widen = Math.Sqrt(1 + (1.0 / count));
        if (count < 3)
        {
            var mean = Independent.Average();
            return new Interval(mean, 1.96 * UsualScatter * mean * widen);
        }

        // The interval of the mean has the width of one more run divided by √(n + 1).
        var ofMean = Interval.Of([.. Independent]);
        return ofMean with { HalfWidth = ofMean.HalfWidth * Math.Sqrt(count) * widen };
    }
}
