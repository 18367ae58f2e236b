using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Sci.Numerics.Tests;

public sealed class MathNetAlgebraTests : IDisposable
{
    private readonly Matrix<double> a = Matrix<double>.Build.Dense(40, 30, (i, j) => Math.Sin((3 * i) + (j * j)));
    private readonly Matrix<double> b = Matrix<double>.Build.Dense(30, 20, (i, j) => Math.Cos(i + (7 * j)));

    public void Dispose() => LinearAlgebraControl.Provider = ManagedLinearAlgebraProvider.Instance;

    [Fact]
    public void Math_net_names_the_engine()
    {
        MathNetAlgebra.Register();
        Assert.Equal(Blas.Engine, LinearAlgebraControl.Provider.ToString());
    }

    [Fact]
    public void Products_agree_with_the_managed_ones() => AssertSame(() => a * b);

    [Fact]
    public void Products_of_transposes_agree_with_the_managed_ones() =>
        AssertSame(() => a.TransposeThisAndMultiply(a).TransposeAndMultiply(b.Transpose()));

    [Fact]
    public void Cholesky_factors_agree_with_the_managed_ones() => AssertSame(() => Positive().Cholesky().Factor);

    [Fact]
    public void Cholesky_solutions_agree_with_the_managed_ones() => AssertSame(() => Positive().Cholesky().Solve(b));

    [Fact]
    public void Symmetric_eigenvectors_rebuild_the_matrix()
    {
        MathNetAlgebra.Register();
        var eigen = Positive().Evd(Symmetricity.Symmetric);
        var rebuilt = eigen.EigenVectors * eigen.D * eigen.EigenVectors.Transpose();
        Assert.InRange((rebuilt - Positive()).InfinityNorm(), 0, 1e-11);
    }

    [Fact]
    public void What_is_not_replaced_works_as_before() => AssertSame(() => Positive().LU().Inverse());

    private Matrix<double> Positive() => (a.Transpose() * a) + Matrix<double>.Build.DenseIdentity(30);

    private static void AssertSame(Func<Matrix<double>> compute)
    {
        var managed = compute();
        MathNetAlgebra.Register();
        Assert.InRange((compute() - managed).InfinityNorm(), 0, 1e-11);
    }
}
