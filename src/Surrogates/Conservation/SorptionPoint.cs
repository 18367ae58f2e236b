using Sci.Solvers;

namespace Sci.Surrogates;

/// <summary>
/// Diffusion and sorption at a point: R(u) u_t - D u_xx inside, u - value where a value is given, u - D u_x at the
/// right end.
/// </summary>
/// <param name="kinds">Which of them holds at each point.</param>
/// <param name="values">The values given; elsewhere unused.</param>
/// <param name="weight">Weight of the equation beside the values.</param>
/// <remarks>Channels: u, u_t, u_x, u_xx.</remarks>
public sealed class SorptionPoint(IReadOnlyList<SorptionRow> kinds, IReadOnlyList<double> values, double weight)
    : IPointwise
{
    /// <inheritdoc/>
    public int Channels => 4;

    /// <inheritdoc/>
    public double Evaluate(int point, ReadOnlySpan<double> channels, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        switch (kinds[point])
        {
            case SorptionRow.Given:
                gradient[0] = 1;
                return channels[0] - values[point];
            case SorptionRow.RightEnd:
                (gradient[0], gradient[2]) = (1, -DiffusionSorption.Diffusivity);
                return channels[0] - (DiffusionSorption.Diffusivity * channels[2]);
            default:
                return Equation(channels, gradient, hessian);
        }
    }

    private double Equation(ReadOnlySpan<double> channels, Span<double> gradient, Span<double> hessian)
    {
        var (u, rate) = (channels[0], channels[1]);
        var (r, slope) = (DiffusionSorption.Retardation(u), DiffusionSorption.RetardationSlope(u));
        gradient[0] = weight * slope * rate;
        gradient[1] = weight * r;
        gradient[3] = -weight * DiffusionSorption.Diffusivity;
        hessian[0] = weight * DiffusionSorption.RetardationCurvature(u) * rate;
        hessian[1] = hessian[4] = weight * slope;
        return weight * ((r * rate) - (DiffusionSorption.Diffusivity * channels[3]));
    }
}
