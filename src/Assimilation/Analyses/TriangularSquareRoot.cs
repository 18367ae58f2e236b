using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The ensemble transform Kalman filter with a triangular square root, from one Cholesky factor.</summary>
/// <remarks>
/// Draws nothing and keeps the mean exactly. Mean and covariance are those of <see cref="SquareRoot"/>; the members
/// differ by a rotation, and follow it when they or the observations change places. With C = I + YYᵀ/(N-1) = L Lᵀ in
/// the space of the members, C 1 = 1, so that v = Lᵀ1 is as long as 1 = (1, …, 1): the anomalies become U L⁻¹A, U the
/// rotation in the plane of both that turns v to 1 (Livings, Dance and Nichols, 2008,
/// doi:10.1016/j.physd.2008.01.005: U L⁻¹ 1 = 1 is what keeps the mean). With more members than observations
/// A - Y (I + Lᵀ)⁻¹ L⁻¹ YᵀA/(N-1), L Lᵀ = I + YᵀY/(N-1) (Andrews, 1968; Tippett et al., 2003,
/// doi:10.1175/1520-0493(2003)131&lt;1485:ESRF&gt;2.0.CO;2).
/// </remarks>
public sealed record TriangularSquareRoot : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        if (observations.Count == 0)
        {
            return;
        }

        using var prior = Prior.Of(ensemble, observations, y);
        if (ensemble.Count <= observations.Count)
        {
            FromMembers(ensemble, prior);
        }
        else
        {
            FromObservations(ensemble, observations, prior);
        }
    }

    private static void FromMembers(States ensemble, Prior prior)
    {
        var members = ensemble.Count;
        var (turn, pull) = (new double[members], Pull(prior));
        if (members <= SmallTriangle.LargestOrder)
        {
            using var seen = Panels.Transposed(prior.Y);
            using var small = new SmallTriangle(
                SmallTriangle.Covariance(1.0 / (members - 1), seen, prior.Y.Columns, members), members);
            small.SumRows(turn);
            small.SolveVector(pull);
            Turn(turn);
            SmallTransform.Apply(small, turn, pull, ensemble);
            return;
        }

        using var factor = Matrix.Rent(members, members);
        Dense.OuterGram(1.0 / (members - 1), prior.Y, factor);
        Dense.FactorWithIdentity(factor);
        Moments.Sum(factor.Values, turn);
        Dense.SolveLower(factor, pull);
        Turn(turn);
        Apply(factor, turn, pull, ensemble);
    }

    // Y d/(N-1): with it the mean moves by (L⁻¹ Y d)ᵀ (L⁻¹A)/(N-1).
    private static double[] Pull(Prior prior)
    {
        var pull = new double[prior.Y.Rows];
        for (var m = 0; m < pull.Length; m++)
        {
            pull[m] = TensorPrimitives.Dot<double>(prior.Y[m], prior.Innovation) / (pull.Length - 1);
        }

        return pull;
    }

    // Replaces v by t = -(1 + v)/(N + 1ᵀv): U B = B + t 1ᵀB, as vᵀB = 1ᵀA = 0. The last of v is one or more, as the
    // diagonal of L is, so that N + 1ᵀv is two or more.
    private static void Turn(double[] v)
    {
        var scale = -1 / (v.Length + TensorPrimitives.Sum<double>(v));
        TensorPrimitives.Add(v, 1, v);
        TensorPrimitives.Multiply(v, scale, v);
    }

    private static void Apply(Matrix factor, double[] turn, double[] pull, States ensemble)
    {
        var (sum, mean) = (new double[ensemble.Size], new double[ensemble.Size]);
        Moments.Center(ensemble.Values, mean);
        Dense.SolveLower(factor, ensemble);
        Moments.Sum(ensemble.Values, sum);
        for (var m = 0; m < ensemble.Count; m++)
        {
            TensorPrimitives.MultiplyAdd(ensemble[m], pull[m], mean, mean);
        }

        for (var m = 0; m < ensemble.Count; m++)
        {
            TensorPrimitives.MultiplyAdd(sum, turn[m], ensemble[m], ensemble[m]);
            TensorPrimitives.Add(ensemble[m], mean, ensemble[m]);
        }
    }

    // Every member moves by (d + L⁻¹d - y) K, K = (I + Lᵀ)⁻¹ L⁻¹ YᵀA/(N-1): the mean by dᵀC⁻¹ YᵀA/(N-1).
    private static void FromObservations(States ensemble, Observations observations, Prior prior)
    {
        var count = prior.Y.Columns;
        using var factor = Matrix.Rent(count, count);
        Dense.Gram(1.0 / (prior.Y.Rows - 1), prior.Y, factor);
        using var gain = Cross.Of(ensemble, observations, prior.Y, factor);
        Dense.FactorWithIdentity(factor);
        var pull = prior.Innovation.ToArray();
        Dense.SolveLower(factor, pull);
        TensorPrimitives.Add(pull, prior.Innovation, pull);
        for (var m = 0; m < prior.Y.Rows; m++)
        {
            TensorPrimitives.Subtract<double>(pull, prior.Y[m], prior.Y[m]);
        }

        Dense.SolveLower(factor, gain);
        for (var i = 0; i < count; i++)
        {
            factor[i][i] += 1;
        }

        Dense.SolveLowerTransposed(factor, gain);
        Dense.Add(prior.Y, gain, ensemble);
    }
}
