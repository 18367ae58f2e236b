namespace Sci.Discovery;

/// <summary>SR3 with the ℓ₀ penalty: weights near a sparse twin, in turn, on standardised columns.</summary>
/// <remarks>
/// Zheng and others (2019), doi:10.1109/ACCESS.2018.2886528: w ← (ΦᵀΦ + n/ν)⁻¹(Φᵀt + n v/ν), v ← w where |w| exceeds
/// the threshold and 0 elsewhere. The twin's support is refitted by least squares.
/// </remarks>
/// <param name="Threshold">Standardised weights of smaller modulus are zero in the twin.</param>
/// <param name="Relaxation">ν: how far the twins may be apart.</param>
/// <param name="MaximumIterations">Limit on the iterations.</param>
public sealed record RelaxedRegularised(double Threshold, double Relaxation, int MaximumIterations) : ISparseRegression
{
    private const double Tolerance = 1e-9;

    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var standard = new EvidenceProblem(design, new EstimatedVariance(0), new ConstantPenalty(0), [], []).Design;
        var m = design.Columns;
        var tie = standard.Rows / Relaxation;
        var h = new double[m * m];
        for (var at = 0; at < h.Length; at++)
        {
            h[at] = standard.Product(at / m, at % m) + (at / m == at % m ? tie : 0);
        }

        var factor = Cholesky.Of(h, m);
        var twin = new double[m];
        for (var iteration = 1; iteration <= MaximumIterations; iteration++)
        {
            double[] w = [.. Enumerable.Range(0, m).Select(j => standard.Moment(j) + (tie * twin[j]))];
            factor.Solve(w);
            double[] next = [.. w.Select(value => Math.Abs(value) > Threshold ? value : 0)];
            var change = next.Zip(twin, (a, b) => Math.Abs(a - b)).Max();
            twin = next;
            if (change < Tolerance)
            {
                return Finish(design, twin, iteration, converged: true);
            }
        }

        return Finish(design, twin, MaximumIterations, converged: false);
    }

    private static SparseFit Finish(CompressedDesign design, double[] twin, int iterations, bool converged) =>
        LeastSquaresFit.Of(
            design, [.. Enumerable.Range(0, design.Columns).Where(j => twin[j] != 0)], [], iterations, converged);
}
