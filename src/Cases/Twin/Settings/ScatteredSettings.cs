using Sci.Assimilation;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The first field at points drawn once, which stay where they are.</summary>
public sealed record ScatteredSettings : PointsSettings
{
    internal override Func<int, Observations> On(Grid grid, int fields, double variance) =>
        Always(Draw(grid, fields, variance, new RandomSource(Seed)));
}
