using System.Numerics;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The posterior mean of two fields together under a homogeneous Gaussian prior, readings noisy.</summary>
/// <remarks>
/// (P⁻¹ + HᵀH/σ²)ψ = Hᵀy/σ² for the modes of both fields, P from <see cref="FlowSpectrum"/>: preconditioned conjugate
/// gradients with (P⁻¹ + r/σ²)⁻¹, r the part of the points that is seen. The dual form, with the covariance of the
/// readings, is hopelessly conditioned where the spectrum is steep.
/// </remarks>
/// <param name="Prior">Covariance of the fields' modes.</param>
/// <param name="Noise">Standard deviation of the readings of each field, above 0.</param>
/// <param name="Tolerance">Preconditioned residual over the first one at which the iteration ends.</param>
/// <param name="MaximumIterations">Limit on the number of iterations.</param>
public sealed record SpectralKriging(
    FlowSpectrum Prior, (double First, double Second) Noise, double Tolerance, int MaximumIterations) : IInterpolant
{
    /// <inheritdoc/>
    public States Interpolate(Sensors sensors, States readings)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(readings);
        var result = new States(readings.Count, 2 * sensors.Grid.Points);
        Workers.For(readings.Count, row => Solve(sensors, readings[row], result[row]));
        return result;
    }

    private void Solve(Sensors sensors, ReadOnlySpan<double> readings, Span<double> result)
    {
        var system = new KrigingSystem(sensors, Prior, Noise);
        var n = system.Size;
        Complex[] x = new Complex[n], r = new Complex[n], z = new Complex[n], ap = new Complex[n];
        system.Adjoint(readings, r);
        system.Precondition(r, z);
        var p = (Complex[])z.Clone();
        double rz = system.Dot(r, z), end = Tolerance * Tolerance * rz;
        for (var iteration = 0; iteration < MaximumIterations && rz > end; iteration++)
        {
            system.Apply(p, ap);
            var alpha = rz / system.Dot(p, ap);
            for (var i = 0; i < n; i++)
            {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
            }

            system.Precondition(r, z);
            var next = system.Dot(r, z);
            for (var i = 0; i < n; i++)
            {
                p[i] = z[i] + (next / rz * p[i]);
            }

            rz = next;
        }

        system.ToPoints(x, result);
    }
}
