namespace Sci.Discovery;

/// <summary>
/// The relevance vector machine: all columns at once, each with a precision of its own, the useless ones pruned.
/// </summary>
/// <remarks>
/// Tipping (2001), JMLR 1, 211-244. As it stands it depends on the columns' units (see <see cref="Standardised"/>) and
/// keeps irrelevant columns (see <see cref="SupersetBackward"/>).
/// </remarks>
/// <param name="Update">How a precision follows from the posterior.</param>
/// <param name="Noise">The variance of the rows: known, or estimated with a floor (0 for none).</param>
/// <param name="InitialPrecision">α of every weight at first, in inverse squared units of the weight.</param>
/// <param name="InitialNoisePrecision">β at first, in inverse squared units of the target; not used where the noise is
/// known.</param>
/// <param name="PruneAt">Columns whose α reaches this leave for good; the last one stays.</param>
/// <param name="Tolerance">Largest change of an α, absolute, at which the iteration has settled.</param>
/// <param name="MaximumIterations">Limit on the number of iterations.</param>
public sealed record RelevanceVectorMachine(
    IPrecisionUpdate Update,
    NoiseVariance Noise,
    double InitialPrecision,
    double InitialNoisePrecision,
    double PruneAt,
    double Tolerance,
    int MaximumIterations) : ISparseRegression
{
    /// <summary>
    /// The settings of Mojgani, Chattopadhyay and Hassanzadeh (2022), doi:10.1063/5.0091282, as in their program.
    /// </summary>
    /// <remarks>
    /// On columns in their own units, α ≥ 100 removes every weight below 0.1. Where the iteration does not settle their
    /// program stops with an error and corrects nothing; here <see cref="SparseFit.Converged"/> is false.
    /// </remarks>
    public static RelevanceVectorMachine Medida { get; } =
        new(new MacKayUpdate(), new EstimatedVariance(0), 1e-6, 1e-6, 100, 0.1, 3000);

    // The last column stays however large its precision; beyond this many times the threshold it has no weight left.
    private const double Hopeless = 1e20;

    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var target = design.TargetSquare / design.Rows;
        var model = new Marginal(design, Noise is KnownVariance known ? 1 / known.Value : InitialNoisePrecision);
        for (var column = 0; column < design.Columns; column++)
        {
            model.Add(column, InitialPrecision);
        }

        model.Refresh();
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            var (columns, mean, sigma) = (model.Support.ToArray(), model.Mean, model.Sigma);
            var change = Iterate(model, design.Rows, target);
            if (iteration > 1 && change < Tolerance)
            {
                model.Refresh();
                var fit = FitReport.Of(design, model, iteration + 1, converged: true);
                return WithPosterior(fit, columns, mean, sigma);
            }

            model.Refresh();
            if (model.Support.Count == 1 && model.Alpha[0] > Hopeless * PruneAt)
            {
                model.RemoveAt(0);
                model.Refresh();
                return FitReport.Of(design, model, iteration + 1, converged: false);
            }
        }

        return FitReport.Of(design, model, MaximumIterations, converged: false);
    }

    // The authors stop with the posterior that the last precisions came from, columns since pruned left out.
    private static SparseFit WithPosterior(SparseFit fit, int[] columns, double[] mean, double[] sigma)
    {
        var weights = new double[fit.Names.Count];
        var deviations = new double[fit.Names.Count];
        var covariance = new double[fit.Support.Count, fit.Support.Count];
        for (var i = 0; i < fit.Support.Count; i++)
        {
            var row = Array.IndexOf(columns, fit.Support[i]);
            weights[fit.Support[i]] = mean[row];
            deviations[fit.Support[i]] = Math.Sqrt(sigma[(row * columns.Length) + row]);
            for (var j = 0; j < fit.Support.Count; j++)
            {
                covariance[i, j] = sigma[(row * columns.Length) + Array.IndexOf(columns, fit.Support[j])];
            }
        }

        return fit with { Weights = weights, Deviations = deviations, Covariance = covariance };
    }

    // The noise precision comes from the posterior before pruning, as in the authors' program.
    private double Iterate(Marginal model, double rows, double target)
    {
        var k = model.Support.Count;
        var noise = Noise is EstimatedVariance estimated
            ? Math.Min(
                (rows - model.Parameters) / model.ResidualSquare, 1 / (estimated.Floor * estimated.Floor * target))
            : model.Beta;
        var change = 0.0;
        var next = Enumerable.Range(0, k).Select(i => Update.Next(model.Alpha[i], model.Mean[i], model.Sigma[(i * k) + i])).ToArray();
        var keeps = Array.ConvertAll(next, alpha => alpha < PruneAt);
        keeps[0] |= !keeps.Contains(true);
        for (var i = k - 1; i >= 0; i--)
        {
            if (keeps[i])
            {
                change = Math.Max(change, Math.Abs(next[i] - model.Alpha[i]));
                model.Alpha[i] = next[i];
            }
            else
            {
                model.RemoveAt(i);
            }
        }

        model.Beta = noise;
        return change;
    }
}
