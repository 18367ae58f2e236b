using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>A polynomial of each variable alone.</summary>
/// <remarks>Wilks (2005), doi:10.1256/qj.04.03, (5) without noise; of degree 0 it is the mean effect.</remarks>
/// <param name="Coefficients">Of the powers 0, 1, … of the variable over <paramref name="Scale"/>.</param>
/// <param name="Scale">A usual size of the variable.</param>
public sealed record PolynomialClosure(IReadOnlyList<double> Coefficients, double Scale) : IClosure
{
    /// <summary>Least squares over all values.</summary>
    /// <param name="resolved">Resolved variables, a state a row.</param>
    /// <param name="effects">What is added to their rates, of the same shape.</param>
    /// <param name="degree">Highest power.</param>
    public static PolynomialClosure Fit(States resolved, States effects, int degree)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(effects);
        var scale = Math.Sqrt(Vectors.Dot<double>(resolved.Values, resolved.Values) / resolved.Values.Length);
        var (normal, right) = (new States(degree + 1, degree + 1), new States(degree + 1, 1));
        Span<double> powers = stackalloc double[degree + 1];
        for (var i = 0; i < resolved.Values.Length; i++)
        {
            for (var k = 0; k <= degree; k++)
            {
                powers[k] = k == 0 ? 1 : powers[k - 1] * resolved.Values[i] / scale;
            }

            for (var k = 0; k <= degree; k++)
            {
                Vectors.Add(normal[k], powers[k], powers);
                right.Values[k] += powers[k] * effects.Values[i];
            }
        }

        Blas.Cholesky(MatrixSpan.Of(normal));
        Blas.CholeskySolve(MatrixSpan.Of(normal), MatrixSpan.Of(right));
        return new PolynomialClosure([.. right.Values], scale);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> resolved, Span<double> rates)
    {
        for (var i = 0; i < resolved.Length; i++)
        {
            var sum = 0.0;
            for (var k = Coefficients.Count - 1; k >= 0; k--)
            {
                sum = (sum * resolved[i] / Scale) + Coefficients[k];
            }

            rates[i] += sum;
        }
    }
}
