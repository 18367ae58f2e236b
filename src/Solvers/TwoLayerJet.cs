using System.Globalization;
using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// A baroclinic jet of two layers, relaxed towards an equilibrium between sponges at the edges in y, or between walls.
/// </summary>
/// <remarks>
/// Lutsko and Hell (2021), doi:10.1175/JAS-D-21-0017.1, in the set-up of Mojgani et al. (2024),
/// doi:10.1029/2023MS004033: lengths in deformation radii, velocities in the jet's speed. q₁ = ∇²ψ₁ - ψ₁ + ψ₂ and q₂ =
/// ∇²ψ₂ + ψ₁ - ψ₂ do not hold βy, which is advected as βψₓ: no jump at the edge. Layer 1 is the upper one. On a grid
/// with walls the sponge and the return flow in it are left out.
/// </remarks>
public sealed record TwoLayerJet
{
    /// <summary>The published box: 46 by 68 deformation radii about the origin, 96 by 192 points.</summary>
    public static Grid PublishedGrid { get; } = new(new Axis("y", 192, 68, -34), new Axis("x", 96, 46, -23));

    /// <summary>A channel of the published box' size and spacing, about y = 0.</summary>
    public static Grid PublishedChannel { get; } = Grid.Channel(192, 96, 68, 46);

    /// <summary>The published truth.</summary>
    public static TwoLayerJet Published { get; } = new()
    {
        Beta = 0.196,
        Relaxation = 0.01,
        EquilibriumRelaxation = 0.01,
        BottomDrag = 0.07,
        HyperViscosity = 1e-6,
        HalfWidth = 3.5,
        Advection = 1,
    };

    /// <summary>β.</summary>
    public required double Beta { get; init; }

    /// <summary>Rate at which ψ₁ - ψ₂ is relaxed.</summary>
    public required double Relaxation { get; init; }

    /// <summary>
    /// Rate that multiplies the equilibrium ψ_R in the relaxation; equal to <see cref="Relaxation"/> in the truth.
    /// </summary>
    public required double EquilibriumRelaxation { get; init; }

    /// <summary>Rate of the drag of the lower layer.</summary>
    public required double BottomDrag { get; init; }

    /// <summary>Coefficient of ∂ₓ⁸ + ∂ᵧ⁸.</summary>
    public required double HyperViscosity { get; init; }

    /// <summary>Half-width of the jet and of the sponge.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>What multiplies the advection of vorticity, but not βψₓ; 1 in the truth.</summary>
    public required double Advection { get; init; }

    /// <summary>The equations for q1 and q2; psi1 and psi2 are diagnosed, psiR and mu given.</summary>
    public Equation On(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var given = new Dictionary<string, double[]> { ["psiR"] = Equilibrium(grid) };
        if (!grid.HasWalls)
        {
            given["mu"] = Sponge(grid);
        }

        return Equation.Parse(grid, string.Create(CultureInfo.InvariantCulture, $"""
            q1_t = -{Advection:R}*J(psi1,q1) - {Beta:R}*psi1_x + {Relaxation:R}*psi1 - {Relaxation:R}*psi2 - {EquilibriumRelaxation:R}*psiR {Damping("q1", grid)}
            q2_t = -{Advection:R}*J(psi2,q2) - {Beta:R}*psi2_x - {Relaxation:R}*psi1 + {Relaxation:R}*psi2 + {EquilibriumRelaxation:R}*psiR - {BottomDrag:R}*lap(psi2) {Damping("q2", grid)}
            q1 = lap(psi1) - psi1 + psi2
            q2 = lap(psi2) + psi1 - psi2
            """), given);
    }

    /// <summary>
    /// ψ_R at the points: -dψ_R/dy = sech²(y_c/σ) - sech²(y_e/σ), mean zero; between walls the first term alone.
    /// </summary>
    public double[] Equilibrium(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (y, columns) = (grid.Axes[0], grid.Axes[1].Points);
        return [.. (y.HasWalls ? BetweenWalls(y) : BetweenSponges(y)).SelectMany(
            value => Enumerable.Repeat(value, columns))];
    }

    /// <summary>
    /// Rate of the sponge at the points, sech²(y_e/σ): one at both edges, where the published distance is zero.
    /// </summary>
    public double[] Sponge(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return [.. Enumerable.Range(0, grid.Points).Select(i => Bell(FromEdge(grid.Axes[0], i / grid.Axes[1].Points)))];
    }

    private double[] BetweenWalls(Axis y) => [.. Enumerable.Range(0, y.Points).Select(
        row => -HalfWidth * Math.Tanh((row - ((y.Points - 1) / 2.0)) * y.Spacing / HalfWidth))];

    private double[] BetweenSponges(Axis y)
    {
        var fft = RealFft.Of(y.Points);
        double[] flow = [.. Enumerable.Range(0, y.Points).Select(
            i => Bell((i - (y.Points / 2)) * y.Spacing) - Bell(FromEdge(y, i)))];
        var modes = new Complex[fft.Modes];
        fft.Forward(flow, modes);
        modes[0] = modes[^1] = 0;
        for (var mode = 1; mode < modes.Length - 1; mode++)
        {
            modes[mode] /= new Complex(0, -y.Wavenumber(mode));
        }

        fft.Inverse(modes, flow);
        return flow;
    }

    private static double FromEdge(Axis y, int row) => Math.Min(row, y.Points - 1 - row) * y.Spacing;

    private double Bell(double distance) => 1 / Math.Pow(Math.Cosh(distance / HalfWidth), 2);

    private string Damping(string q, Grid grid) => string.Create(CultureInfo.InvariantCulture,
        $"{(grid.HasWalls ? "" : $"- mu*{q} + mu*zonal({q})")} - {HyperViscosity:R}*{q}_xxxxxxxx - {HyperViscosity:R}*{q}_yyyyyyyy");
}
