using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>
/// The exact solution of the linearised two-layer equations for one wave: the exponential of a matrix of two rows.
/// </summary>
/// <remarks>
/// Between walls the wave is cos(kx + φ) sin(l(y - wall)), in a periodic box cos(kx + ly + φ). With q = Aψ:
/// dq/dt = [-ik(U + G A⁻¹) + rK² e₂e₂ᵀ A⁻¹] q, G the gradients of the background's potential vorticity; Phillips
/// (1954).
/// </remarks>
internal sealed class TwoLayerWave
{
    private readonly double k;
    private readonly double l;
    private readonly Complex[,] m = new Complex[2, 2];

    public TwoLayerWave(TwoLayerFlow flow, double k, double l)
    {
        (this.k, this.l) = (k, l);
        double square = (k * k) + (l * l), f1 = flow.UpperStretching, f2 = flow.LowerStretching;
        var shear = flow.UpperCurrent - flow.LowerCurrent;
        double a = -square - f1, d = -square - f2, determinant = (a * d) - (f1 * f2);
        double[,] inverse = { { d / determinant, -f1 / determinant }, { -f2 / determinant, a / determinant } };
        double[] currents = [flow.UpperCurrent, flow.LowerCurrent];
        double[] gradients = [flow.Beta + (f1 * shear), flow.Beta - (f2 * shear)];
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 2; j++)
            {
                m[i, j] = -Complex.ImaginaryOne * k * ((i == j ? currents[i] : 0) + (gradients[i] * inverse[i, j]));
                m[i, j] += i == 1 ? flow.BottomDrag * square * inverse[1, j] : 0;
            }
        }
    }

    private Complex Half => (m[0, 0] + m[1, 1]) / 2;

    private Complex Gap => Complex.Sqrt((Half * Half) - (m[0, 0] * m[1, 1]) + (m[0, 1] * m[1, 0]));

    /// <summary>Growth rate of the faster growing of the two eigenvectors.</summary>
    public double GrowthRate => Math.Max((Half + Gap).Real, (Half - Gap).Real);

    /// <summary>q of both layers at a time, for the amplitudes at time 0.</summary>
    public States At(Grid grid, double time, Complex q1, Complex q2)
    {
        // exp(Mt) = e^{st} (cosh(dt) + (M - s) sinh(dt)/d).
        Complex s = Half, d = Gap, cosh = Complex.Cosh(d * time), sinh = Complex.Sinh(d * time) / d;
        Complex[] now =
        [
            Complex.Exp(s * time) * ((cosh * q1) + (sinh * (((m[0, 0] - s) * q1) + (m[0, 1] * q2)))),
            Complex.Exp(s * time) * ((cosh * q2) + (sinh * ((m[1, 0] * q1) + ((m[1, 1] - s) * q2)))),
        ];
        Axis y = grid.Axes[0], x = grid.Axes[1];
        var wall = y.Origin - (y.Spacing / 2);
        return States.Of([.. now.SelectMany(q => y.Coordinates().SelectMany(atY => x.Coordinates().Select(atX =>
            y.HasWalls
                ? (q * Complex.FromPolarCoordinates(1, k * atX)).Real * Math.Sin(l * (atY - wall))
                : (q * Complex.FromPolarCoordinates(1, (k * atX) + (l * atY))).Real)))]);
    }
}
