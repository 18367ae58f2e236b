using Sci.Assimilation;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The first field at points drawn anew for every time.</summary>
public sealed record MovingSettings : PointsSettings
{
    internal override Func<int, Observations> On(Grid grid, int fields, double variance) =>
        time => Draw(grid, fields, variance, new RandomSource(Seed)[time]);
}
