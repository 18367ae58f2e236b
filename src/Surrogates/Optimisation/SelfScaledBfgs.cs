using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// The whole inverse Hessian by self-scaled BFGS updates: n² numbers, far fewer steps than L-BFGS on stiff losses.
/// </summary>
/// <remarks>
/// H ← [H - (s wᵀ + w sᵀ)/yᵀs + (yᵀw/(yᵀs)²) s sᵀ]/τ + s sᵀ/yᵀs with w = H y and τ = min(1, yᵀs/sᵀH⁻¹s): Al-Baali
/// (1998), doi:10.1023/A:1018315205474; for networks Urbán, Stefanou and Pons (2025), doi:10.1016/j.jcp.2024.113656.
/// </remarks>
public sealed class SelfScaledBfgs : ICurvature<double>
{
    private readonly int count;
    private readonly double[] inverse;
    private readonly double[] w;
    private readonly double[] gradient;
    private bool isFresh;

    /// <summary>For <paramref name="count"/> parameters.</summary>
    public SelfScaledBfgs(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        this.count = count;
        inverse = new double[(long)count * count];
        (w, gradient) = (new double[count], new double[count]);
        Reset();
    }

    /// <inheritdoc/>
    public void Direct(ReadOnlySpan<double> gradient, Span<double> direction)
    {
        gradient.CopyTo(this.gradient);
        Multiply(this.gradient, w);
        for (var i = 0; i < count; i++)
        {
            direction[i] = -w[i];
        }
    }

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<double> step, ReadOnlySpan<double> change)
    {
        double[] s = [.. step], y = [.. change];
        var ys = Vectors.Dot(change, step);
        if (isFresh)
        {
            Scale(ys / Vectors.Dot(change, change));
            isFresh = false;
        }

        // The step is a multiple of -H g, so that sᵀ H⁻¹ s is that multiple of -sᵀ g.
        var multiple = Math.Sqrt(Vectors.Dot(step, step) / Vectors.Dot<double>(w, w));
        var sBs = -multiple * Vectors.Dot<double>(step, gradient);
        var tau = Math.Min(1, ys / sBs);
        Multiply(y, w);
        var (cross, square) = (-1 / (ys * tau), (Vectors.Dot<double>(y, w) / (ys * ys * tau)) + (1 / ys));
        Workers.For(count, i =>
        {
            var row = inverse.AsSpan(i * count, count);
            Blend(row, 1 / tau, (square * s[i]) + (cross * w[i]), s, cross * s[i], w);
        });
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Clear(inverse);
        for (var i = 0; i < count; i++)
        {
            inverse[(i * count) + i] = 1;
        }

        isFresh = true;
    }

    private static void Blend(
        Span<double> row, double keep, double a, ReadOnlySpan<double> s, double b, ReadOnlySpan<double> w)
    {
        for (var j = 0; j < row.Length; j++)
        {
            row[j] *= keep;
        }

        Vectors.Add(row, a, s);
        Vectors.Add(row, b, w);
    }

    private void Scale(double factor)
    {
        for (var i = 0; i < count; i++)
        {
            inverse[(i * count) + i] = factor;
        }

        Multiply(gradient, w);
    }

    private void Multiply(double[] x, double[] result) =>
        Workers.For(count, i => result[i] = Vectors.Dot<double>(inverse.AsSpan(i * count, count), x));
}
