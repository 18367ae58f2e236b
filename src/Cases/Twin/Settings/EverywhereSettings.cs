using Sci.Assimilation;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Every value of the state.</summary>
public sealed record EverywhereSettings : PlacesSettings
{
    internal override Func<int, Observations> On(Grid grid, int fields, double variance) =>
        Always(Observations.Everywhere(grid, fields, variance));
}
