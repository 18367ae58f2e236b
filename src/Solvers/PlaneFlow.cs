using System.Globalization;

namespace Sci.Solvers;

/// <summary>
/// Two-dimensional incompressible flow by its vorticity w: forced, damped, on a plane or a β-plane, doubly periodic or
/// in a channel.
/// </summary>
/// <remarks>
/// w_t + J(ψ, w) + βψₓ = F - μw + (-1)^(p+1) ν∇²ᵖw, w = ∇²ψ; u = -ψᵧ, v = ψₓ. Kolmogorov's flow has F = -n cos(ny), as
/// in Chandler and Kerswell (2013), doi:10.1017/jfm.2013.122.
/// </remarks>
public sealed record PlaneFlow
{
    /// <summary>Gradient β of the Coriolis parameter, 1/(length·time).</summary>
    public required double Beta { get; init; }

    /// <summary>Rate μ of the linear drag, 1/time.</summary>
    public required double Drag { get; init; }

    /// <summary>ν, length²ᵖ/time.</summary>
    public required double Viscosity { get; init; }

    /// <summary>Power p of the Laplacian: 1 for a viscous fluid.</summary>
    public required int ViscosityPower { get; init; }

    /// <summary>F as a function of y and x, 1/time²; nothing for a flow that decays.</summary>
    public required Func<double, double, double>? Forcing { get; init; }

    /// <summary>The equation for w, with psi diagnosed.</summary>
    public Equation On(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfLessThan(ViscosityPower, 1);
        var given = new Dictionary<string, double[]>();
        var sign = ViscosityPower % 2 == 0 ? "-" : "+";
        var text = string.Create(CultureInfo.InvariantCulture,
            $"w_t = -J(psi,w) - {Beta:R}*psi_x - {Drag:R}*w {sign} {Viscosity:R}*lap^{ViscosityPower}(w)");
        if (Forcing is not null)
        {
            var (y, x) = (grid.Axes[0], grid.Axes[1]);
            given["F"] = [.. Enumerable.Range(0, grid.Points).Select(at => Forcing(
                y.Origin + (at / x.Points * y.Spacing), x.Origin + (at % x.Points * x.Spacing)))];
            text += " + F";
        }

        return Equation.Parse(grid, text + "; w = lap(psi)", given);
    }
}
