using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Residuals at points of a field that is a combination of basis fields: the hard-constraint layer's equations.
/// </summary>
/// <remarks>
/// F = (f(Bω) at each point, ridge·(ω - ω₀)); the channels of the basis (values and derivatives) are precomputed,
/// because
/// ∂(Bω) = (∂B)ω. Chalapathi, Du and Krishnapriyan (2024), arXiv:2402.13412.
/// </remarks>
public sealed class BasisCollocation : INonlinearResidual
{
    private readonly IPointwise equation;
    private readonly States[] channels;
    private readonly double ridge;
    private readonly double centre;
    private readonly int points;

    /// <param name="equation">f.</param>
    /// <param name="channels">For each channel the basis, shape [points, unknowns].</param>
    /// <param name="ridge">Weight of the coefficients' distance from <paramref name="centre"/>.</param>
    /// <param name="centre">ω₀, the same for all.</param>
    public BasisCollocation(IPointwise equation, IReadOnlyList<States> channels, double ridge, double centre)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(channels);
        (this.equation, this.channels, this.ridge, this.centre) = (equation, [.. channels], ridge, centre);
        (points, Unknowns) = (channels[0].Count, channels[0].Size);
    }

    /// <inheritdoc/>
    public int Count => points + Unknowns;

    /// <inheritdoc/>
    public int Unknowns { get; }

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> omega, Span<double> residual, States jacobian)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        Span<double> u = stackalloc double[channels.Length], slope = stackalloc double[channels.Length];
        Span<double> bend = stackalloc double[channels.Length * channels.Length];
        for (var p = 0; p < points; p++)
        {
            residual[p] = At(p, omega, u, slope, bend);
            var row = jacobian[p];
            row.Clear();
            for (var c = 0; c < channels.Length; c++)
            {
                Vectors.Add(row, slope[c], channels[c][p]);
            }
        }

        for (var k = 0; k < Unknowns; k++)
        {
            residual[points + k] = ridge * (omega[k] - centre);
            jacobian[points + k].Clear();
            jacobian[points + k][k] = ridge;
        }
    }

    /// <inheritdoc/>
    public void AddCurvature(ReadOnlySpan<double> omega, ReadOnlySpan<double> residual, States hessian)
    {
        ArgumentNullException.ThrowIfNull(hessian);
        var n = channels.Length;
        Span<double> u = stackalloc double[n], slope = stackalloc double[n], bend = stackalloc double[n * n];
        for (var p = 0; p < points; p++)
        {
            At(p, omega, u, slope, bend);
            for (var c = 0; c < n * n; c++)
            {
                var left = channels[c / n][p];
                var right = channels[c % n][p];
                for (var k = 0; k < Unknowns && bend[c] != 0; k++)
                {
                    Vectors.Add(hessian[k], residual[p] * bend[c] * left[k], right);
                }
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>The adjoint has shape [channels, points, unknowns].</remarks>
    public void PullBack(
        ReadOnlySpan<double> omega,
        ReadOnlySpan<double> lambda,
        ReadOnlySpan<double> residual,
        States jacobian,
        Span<double> basisAdjoint)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        var n = channels.Length;
        Span<double> u = stackalloc double[n], slope = stackalloc double[n], bend = stackalloc double[n * n];
        for (var p = 0; p < points; p++)
        {
            At(p, omega, u, slope, bend);
            var along = Vectors.Dot<double>(jacobian[p], lambda);
            for (var c = 0; c < n; c++)
            {
                var turn = 0.0;
                for (var d = 0; d < n; d++)
                {
                    turn += bend[(c * n) + d] * Vectors.Dot<double>(channels[d][p], lambda);
                }

                var row = basisAdjoint.Slice(((c * points) + p) * Unknowns, Unknowns);
                Vectors.Add(row, -((slope[c] * along) + (residual[p] * turn)), omega);
                Vectors.Add(row, -residual[p] * slope[c], lambda);
            }
        }
    }

    private double At(int p, ReadOnlySpan<double> omega, Span<double> u, Span<double> slope, Span<double> bend)
    {
        for (var c = 0; c < channels.Length; c++)
        {
            u[c] = Vectors.Dot<double>(channels[c][p], omega);
        }

        return equation.Evaluate(p, u, slope, bend);
    }
}
