using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Every so many values of the state, from the first on.</summary>
public sealed record EveryNthSettings : PlacesSettings
{
    /// <summary>From one observed value to the next.</summary>
    [AtLeast(1)]
    public required int Stride { get; init; }

    internal override Func<int, Observations> On(Grid grid, int fields, double variance) => Always(Observations.Subset(
        grid, fields, [.. Enumerable.Range(0, grid.Points * fields).Where(index => index % Stride == 0)], variance));
}
