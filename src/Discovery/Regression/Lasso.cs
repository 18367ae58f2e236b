namespace Sci.Discovery;

/// <summary>
/// The lasso by coordinate descent on standardised columns; its support is refitted by least squares.
/// </summary>
/// <remarks>Friedman, Hastie and Tibshirani (2010), doi:10.18637/jss.v033.i01; minimises ½‖t - Φw‖² + λΣ|w|.</remarks>
/// <param name="Penalty">As a fraction of the smallest one that leaves nothing, between 0 and 1.</param>
/// <param name="MaximumSweeps">Limit on the passes over the columns.</param>
public sealed record Lasso(double Penalty, int MaximumSweeps) : ISparseRegression
{
    private const double Tolerance = 1e-10;

    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var problem = new EvidenceProblem(design, new EstimatedVariance(0), new ConstantPenalty(0), [], []);
        var (standard, columns) = (problem.Design, design.Columns);
        var weights = new double[columns];
        double[] gradient = [.. Enumerable.Range(0, columns).Select(standard.Moment)];
        var lambda = Penalty * gradient.Max(Math.Abs);
        for (var sweep = 1; sweep <= MaximumSweeps; sweep++)
        {
            var change = 0.0;
            for (var j = 0; j < columns; j++)
            {
                var power = standard.Product(j, j);
                var free = gradient[j] + (power * weights[j]);
                var next = power > 0 ? Math.CopySign(Math.Max(Math.Abs(free) - lambda, 0), free) / power : 0;
                var step = next - weights[j];
                weights[j] = next;
                change = Math.Max(change, Math.Abs(step));
                for (var i = 0; step != 0 && i < columns; i++)
                {
                    gradient[i] -= step * standard.Product(i, j);
                }
            }

            if (change < Tolerance)
            {
                return Finish(design, weights, sweep, converged: true);
            }
        }

        return Finish(design, weights, MaximumSweeps, converged: false);
    }

    private static SparseFit Finish(CompressedDesign design, double[] weights, int sweeps, bool converged) =>
        LeastSquaresFit.Of(
            design, [.. Enumerable.Range(0, design.Columns).Where(j => weights[j] != 0)], [], sweeps, converged);
}
