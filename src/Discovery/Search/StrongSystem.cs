using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>All trajectories in strong form.</summary>
internal sealed class StrongSystem(IReadOnlyList<StrongRows> trajectories) : IDataSystem
{
    // Up to this many columns the triangular factor costs little more than the Gram matrix, and is more exact.
    private const int FewColumns = 256;

    // Rows share noise with as many neighbours as their derivatives reach; chance is allowed as much more.
    private const double Shared = 25;

    // A residual of this share of the rate of change is what a solver's own error leaves.
    private const double Floor = 1e-4;

    public CompressedDesign Compressed()
    {
        var design = new Weighted(
            new StackedDesign(trajectories), [.. trajectories.SelectMany(rows => rows.Weights)]);
        CompressedDesign all = design.Names.Count > FewColumns ? GramMatrix.Of(design) : TriangularFactor.Of(design);
        return all.Counted(design.Weights.Sum());
    }

    public SparseFit Refined(
        ISparseRegression selection, SparseFit fit, IReadOnlyList<(int Column, double Weight)> known) => fit;

    public IReadOnlyList<ResidualMap> Residuals(IReadOnlyList<double> weights) =>
        [.. trajectories.Select(rows => rows.Residuals(weights))];

    // As much noise again moves the residual by what is in it already; half the times by no less than the interval's
    // error.
    public (double Ratio, double Deviation) Misfit(IReadOnlyList<double> weights)
    {
        var (found, noise, coarse, rates, rows, coarseRows) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var random = new RandomSource(1)["misfit"];
        for (var i = 0; i < trajectories.Count; i++)
        {
            var residual = trajectories[i].Residuals(weights).Values;
            rates += trajectories[i].RateSquare;
            var shaken = trajectories[i].Shaken(random[i]).Residuals(weights).Values;
            foreach (var (at, weight) in trajectories[i].Weights.Index())
            {
                found += weight * residual.Values[at] * residual.Values[at];
                noise += weight * Math.Pow(shaken.Values[at] - residual.Values[at], 2);
                rows += weight;
            }

            var errors = trajectories[i].CoarseRateError();
            coarse += errors.Sum(each => each.Weight * each.Error * each.Error);
            coarseRows += errors.Sum(each => each.Weight);
        }

        var explained =
            Math.Max(noise / rows, coarseRows > 0 ? coarse / coarseRows : 0) + (Floor * Floor * rates / rows);
        return (found / rows / Math.Max(explained, double.Epsilon), Math.Sqrt(2 * Shared / rows));
    }
}
