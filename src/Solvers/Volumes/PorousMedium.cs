using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>u_t = (k(u) u_x)_x on a line by finite volumes: heat, porous media, Stefan's melting ice.</summary>
/// <remarks>
/// The flux through a face is -(A(right) - A(left))/Δx with A(u) = ∫ k, which needs no mean of k and follows degenerate
/// fronts; time by Heun's method in strong-stability-preserving form, steps below Δx²/(2 max k). What leaves a cell
/// enters
/// its neighbour, so that mass changes only by the fluxes at the ends, which are returned. Cells, so u is a mean over a
/// cell.
/// </remarks>
/// <param name="potential">
/// A(u) = ∫ k du: u for heat, u^(m+1)/(m+1) for a porous medium, max(u - u*, 0) for Stefan.
/// </param>
/// <param name="cells">Number of cells.</param>
/// <param name="length">Length of the line, which begins at 0.</param>
/// <param name="left">u at the left end over time; null closes it.</param>
/// <param name="right">u at the right end over time; null closes it.</param>
public sealed class PorousMedium(
    Func<double, double> potential, int cells, double length, Func<double, double>? left, Func<double, double>? right)
{
    private const double Safety = 0.4;

    private readonly double spacing = length / cells;

    /// <summary>Centres of the cells.</summary>
    public double[] Centres() => [.. Enumerable.Range(0, cells).Select(i => (i + 0.5) * spacing)];

    /// <summary>
    /// States at increasing times from 0, shape [times, cells], and the mass that entered through the ends by then.
    /// </summary>
    /// <param name="initial">Means over the cells at time 0.</param>
    /// <param name="times">When states are wanted.</param>
    /// <param name="diffusivity">Largest k that occurs, which limits the steps.</param>
    public (States States, double[] Entered) Solve(
        ReadOnlySpan<double> initial, IReadOnlyList<double> times, double diffusivity)
    {
        ArgumentNullException.ThrowIfNull(times);
        var u = initial.ToArray();
        var (first, second) = (new double[cells + 1], new double[cells + 1]);
        var stage = new double[cells];
        var states = new States(times.Count, cells);
        var (entered, inflows, time) = (0.0, new double[times.Count], 0.0);
        for (var k = 0; k < times.Count; k++)
        {
            var steps = (int)Math.Ceiling((times[k] - time) * diffusivity / (Safety * spacing * spacing));
            var dt = steps > 0 ? (times[k] - time) / steps : 0;
            for (var step = 0; step < steps; step++, time += dt)
            {
                Fluxes(u, time, first);
                Move(u, first, dt, stage);
                Fluxes(stage, time + dt, second);
                for (var face = 0; face <= cells; face++)
                {
                    first[face] = 0.5 * (first[face] + second[face]);
                }

                Move(u, first, dt, u);
                entered += dt * (first[0] - first[cells]);
            }

            (time, inflows[k]) = (times[k], entered);
            u.CopyTo(states[k]);
        }

        return (states, inflows);
    }

    private void Move(double[] u, double[] fluxes, double dt, double[] moved)
    {
        for (var i = 0; i < cells; i++)
        {
            moved[i] = u[i] - (dt / spacing * (fluxes[i + 1] - fluxes[i]));
        }
    }

    // Half a cell lies between an end and the nearest centre.
    private void Fluxes(double[] u, double time, double[] fluxes)
    {
        fluxes[0] = left is null ? 0 : -2 * (potential(u[0]) - potential(left(time))) / spacing;
        fluxes[cells] = right is null ? 0 : -2 * (potential(right(time)) - potential(u[^1])) / spacing;
        var before = potential(u[0]);
        for (var i = 1; i < cells; i++)
        {
            var next = potential(u[i]);
            fluxes[i] = -(next - before) / spacing;
            before = next;
        }
    }
}
