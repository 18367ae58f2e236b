using System.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// One of the losses whose weighted sum is minimised: a mean of squared residuals over a set of points.
/// </summary>
/// <param name="name">What it is: <c>equation</c>, <c>initial</c>.</param>
/// <param name="points">Where the residual should vanish.</param>
/// <param name="residual">What should vanish.</param>
public sealed class LossTerm<T>(string name, JetPoints<T> points, IResidual<T> residual)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What it is.</summary>
    public string Name => name;

    /// <summary>Where the residual should vanish; may be exchanged between steps.</summary>
    public JetPoints<T> Points { get; set; } = points;

    /// <summary>What should vanish.</summary>
    public IResidual<T> Residual => residual;

    /// <summary>Weight in the sum.</summary>
    public double Weight { get; set; } = 1;
}
