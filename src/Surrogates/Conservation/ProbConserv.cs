using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Conditions a normal field on linear constraints: conservation imposed where the field is least certain.
/// </summary>
/// <remarks>
/// μ̃ = μ - Σ Gᵀ (σ² + G Σ Gᵀ)⁻¹ (G μ - b), Σ̃ = Σ - Σ Gᵀ (σ² + G Σ Gᵀ)⁻¹ G Σ: Hansen, Maddix, Alizadeh, Gupta and
/// Mahoney (2023), arXiv:2302.11002, equations 8 and 9.
/// </remarks>
public static class ProbConserv
{
    /// <summary>The field given the constraints.</summary>
    public static GaussianField Condition(GaussianField field, LinearConstraint constraint)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(constraint);
        var (gain, factor) = Gain(field, constraint);
        var mean = Correct([.. field.Mean], constraint, gain, factor, constraint.Values);
        var covariance = field.Covariance.Clone();
        var scaled = gain.Clone(); // L⁻¹ G Σ
        Blas.SolveLower(MatrixSpan.Of(factor), MatrixSpan.Of(scaled));
        Blas.Gemm(-1, MatrixSpan.Of(scaled).T, MatrixSpan.Of(scaled), 1, MatrixSpan.Of(covariance));
        return new GaussianField(mean, covariance);
    }

    /// <summary>Independent draws of the field given the constraints, shape [count, points].</summary>
    /// <remarks>
    /// Matheron's rule: draws of the field itself, each moved as the mean is; the field's covariance is factored once.
    /// </remarks>
    public static States Sample(
        GaussianField field, LinearConstraint constraint, int count, double jitter, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(constraint);
        ArgumentNullException.ThrowIfNull(random);
        var points = field.Mean.Count;
        var root = field.Covariance.Clone();
        for (var i = 0; i < points; i++)
        {
            root[i][i] += jitter;
        }

        Blas.Cholesky(MatrixSpan.Of(root));
        var (gain, factor) = Gain(field, constraint);
        var noise = new States(count, points);
        random["field"].Normals(noise.Values);
        var draws = new States(count, points);
        Blas.Gemm(1, MatrixSpan.Of(noise), MatrixSpan.Of(root).T, 0, MatrixSpan.Of(draws));
        var errors = random["constraint"];
        for (var k = 0; k < count; k++)
        {
            double[] u = [.. field.Mean];
            for (var i = 0; i < points; i++)
            {
                u[i] += draws[k][i];
            }

            double[] b =
                [.. constraint.Values.Select(value => value + (Math.Sqrt(constraint.Variance) * errors.Normal()))];
            Correct(u, constraint, gain, factor, b).CopyTo(draws[k]);
        }

        return draws;
    }

    /// <summary>
    /// A second conditioning that pulls second differences to zero: oscillations beside a front fade.
    /// </summary>
    /// <param name="field">A field, perhaps conditioned already.</param>
    /// <param name="correlation">
    /// α: correlation of neighbours, from which the variance of a second difference follows.
    /// </param>
    /// <param name="kept">
    /// Constraints that hold already and are imposed again, so that smoothing does not break them.
    /// </param>
    public static GaussianField Smooth(GaussianField field, double correlation, LinearConstraint kept)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(kept);
        var points = field.Mean.Count;
        var (rows, variances) = (new States(points - 2, points), new double[points - 2]);
        for (var i = 1; i < points - 1; i++)
        {
            (rows[i - 1][i - 1], rows[i - 1][i], rows[i - 1][i + 1]) = (1, -2, 1);
            var (a, b, c) = (Deviation(field, i - 1), Deviation(field, i), Deviation(field, i + 1));
            variances[i - 1] = (a * a)
                + (4 * b * b) + (c * c) - (4 * correlation * b * (a + c)) + (2 * correlation * correlation * a * c);
        }

        var smooth = Conditioned(field, new LinearConstraint(rows, new double[points - 2], 0), variances);
        return Condition(smooth, kept);
    }

    private static GaussianField Conditioned(GaussianField field, LinearConstraint constraint, double[] variances)
    {
        var (gain, factor) = Gain(field, constraint, variances);
        var mean = Correct([.. field.Mean], constraint, gain, factor, constraint.Values);
        var covariance = field.Covariance.Clone();
        Blas.SolveLower(MatrixSpan.Of(factor), MatrixSpan.Of(gain));
        Blas.Gemm(-1, MatrixSpan.Of(gain).T, MatrixSpan.Of(gain), 1, MatrixSpan.Of(covariance));
        return new GaussianField(mean, covariance);
    }

    private static double Deviation(GaussianField field, int i) => Math.Sqrt(Math.Max(0, field.Covariance[i][i]));

    private static (States Gain, States Factor) Gain(GaussianField field, LinearConstraint constraint) =>
        Gain(field, constraint, [.. Enumerable.Repeat(constraint.Variance, constraint.Rows.Count)]);

    // G Σ, shape [constraints, points], and the Cholesky factor of σ² + G Σ Gᵀ.
    private static (States Gain, States Factor) Gain(
        GaussianField field, LinearConstraint constraint, double[] variances)
    {
        var (count, points) = (constraint.Rows.Count, constraint.Rows.Size);
        var (gain, factor) = (new States(count, points), new States(count, count));
        Blas.Gemm(1, MatrixSpan.Of(constraint.Rows), MatrixSpan.Of(field.Covariance), 0, MatrixSpan.Of(gain));
        Blas.Gemm(1, MatrixSpan.Of(gain), MatrixSpan.Of(constraint.Rows).T, 0, MatrixSpan.Of(factor));
        for (var k = 0; k < count; k++)
        {
            factor[k][k] += variances[k];
        }

        Blas.Cholesky(MatrixSpan.Of(factor));
        return (gain, factor);
    }

    private static double[] Correct(
        double[] u, LinearConstraint constraint, States gain, States factor, IReadOnlyList<double> b)
    {
        var shift = new States(constraint.Rows.Count, 1);
        for (var k = 0; k < shift.Count; k++)
        {
            shift[k][0] = constraint.Residual(k, u) + constraint.Values[k] - b[k];
        }

        Blas.CholeskySolve(MatrixSpan.Of(factor), MatrixSpan.Of(shift));
        for (var k = 0; k < shift.Count; k++)
        {
            Vectors.Add(u, -shift[k][0], gain[k]);
        }

        return u;
    }
}
