using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>The nearest field with A u = b, for many fields and right sides: A Aᵀ is factored once.</summary>
/// <remarks>u - Aᵀ (A Aᵀ)⁻¹ (A u - b). The map is symmetric in u, so that the same call pulls gradients back.</remarks>
public sealed class LinearProjection
{
    private readonly States rows;
    private readonly States factor;

    /// <summary>Factors the constraints, shape [constraints, points].</summary>
    /// <exception cref="ArithmeticException">They are linearly dependent.</exception>
    public LinearProjection(States rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = rows.Clone();
        factor = new States(rows.Count, rows.Count);
        Blas.Syrk(1, MatrixSpan.Of(rows), 0, MatrixSpan.Of(factor));
        Blas.Cholesky(MatrixSpan.Of(factor));
    }

    /// <summary>
    /// Corrects every row of <paramref name="fields"/> in place and returns the largest |A u - b| left.
    /// </summary>
    public double Apply(States fields, ReadOnlySpan<double> b)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var misfit = Misfit(fields, b);
        Blas.CholeskySolve(MatrixSpan.Of(factor), MatrixSpan.Of(misfit));
        Blas.Gemm(-1, MatrixSpan.Of(misfit).T, MatrixSpan.Of(rows), 1, MatrixSpan.Of(fields));
        var worst = 0.0;
        foreach (var value in Misfit(fields, b).Values)
        {
            worst = Math.Max(worst, Math.Abs(value));
        }

        return worst;
    }

    /// <summary>
    /// Takes from every row of <paramref name="adjoints"/>, in place, what the projection lets nothing pass of.
    /// </summary>
    public void PullBack(States adjoints) => Apply(adjoints, new double[rows.Count]);

    private States Misfit(States fields, ReadOnlySpan<double> b)
    {
        var misfit = new States(rows.Count, fields.Count);
        Blas.Gemm(1, MatrixSpan.Of(rows), MatrixSpan.Of(fields).T, 0, MatrixSpan.Of(misfit));
        for (var k = 0; k < rows.Count; k++)
        {
            foreach (ref var value in misfit[k])
            {
                value -= b[k];
            }
        }

        return misfit;
    }
}
