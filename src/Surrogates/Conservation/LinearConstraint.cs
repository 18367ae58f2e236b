using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>G u = b, perhaps with an error: what a field is to conserve, as rows of weights.</summary>
/// <param name="Rows">G, shape [constraints, points].</param>
/// <param name="Values">b.</param>
/// <param name="Variance">Variance of the error of each; 0 imposes them exactly.</param>
public sealed record LinearConstraint(States Rows, IReadOnlyList<double> Values, double Variance)
{
    /// <summary>The integral of a field on equally spaced points, both ends included (trapezoidal rule).</summary>
    public static LinearConstraint Integral(int points, double spacing, double value, double variance)
    {
        var row = new States(1, points);
        row.Values.Fill(spacing);
        row[0][0] = row[0][points - 1] = spacing / 2;
        return new LinearConstraint(row, [value], variance);
    }

    /// <summary>Largest |G u - b|: the conservation error of a field.</summary>
    public double Error(IReadOnlyList<double> u)
    {
        ArgumentNullException.ThrowIfNull(u);
        var worst = 0.0;
        for (var k = 0; k < Rows.Count; k++)
        {
            worst = Math.Max(worst, Math.Abs(Residual(k, u)));
        }

        return worst;
    }

    internal double Residual(int k, IReadOnlyList<double> u)
    {
        var sum = -Values[k];
        var row = Rows[k];
        for (var i = 0; i < row.Length; i++)
        {
            sum += row[i] * u[i];
        }

        return sum;
    }
}
