using System.Reflection;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Sci.Numerics;

/// <summary>Puts <see cref="Blas"/> under Math.NET's matrices.</summary>
public static class MathNetAlgebra
{
    /// <summary>
    /// Makes Math.NET multiply, factor by Cholesky and find symmetric eigenvectors with <see cref="Blas"/>.
    /// </summary>
    /// <remarks>For the whole process; all else stays with Math.NET's managed routines.</remarks>
    public static void Register() =>
        LinearAlgebraControl.Provider = DispatchProxy.Create<ILinearAlgebraProvider, MathNetProxy>();
}
