using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// Three-dimensional variational analysis: each row moves by the gain of a fixed background covariance.
/// </summary>
/// <remarks>
/// The minimum of |x - x_f|²_B + |y - H(x)|²_R for a linear H (Lorenc, 1986, doi:10.1002/qj.49711247414); of a
/// nonlinear H one Gauss-Newton step, its derivative by differences along the background's factor. Only the covariance
/// is used.
/// </remarks>
/// <param name="Background">B.</param>
public sealed record ThreeDVar(Background Background) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        for (var row = 0; row < ensemble.Count; row++)
        {
            Background.Move(ensemble[row], observations, y);
        }
    }
}
