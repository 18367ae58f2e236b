using System.Runtime.Intrinsics;
using Sci.Numerics;
using Sci.Numerics.Lanes;
using Sci.Solvers.Kernels;

namespace Sci.Solvers;

/// <summary>The two-layer jet stepped as its authors' program steps it, artefacts included.</summary>
/// <remarks>
/// <para>Prognostic is q with βy in it, a sawtooth in the periodic y. Leapfrog, all explicit but the hyperviscosity,
/// q₊ = (q₋ + 2ΔtR)/(1 + 2Δtν(k⁸ + l⁸)), after a forward Euler step with Δt for 2Δt; from the third step on Robert's
/// filter q ← q + γ(q₋ - 2q + q₊). The Jacobian is formed on 3/2 times the points, half-sampling modes copied as they
/// are. A state is q₁ and q₂ without βy, as in <see cref="TwoLayerJet.On"/>; every <see cref="Advance(States, int)"/>
/// starts afresh.</para>
/// <para>Mojgani et al. (2024), doi:10.1029/2023MS004033, after Lutsko and Hell (2021),
/// doi:10.1175/JAS-D-21-0017.1.</para>
/// </remarks>
public sealed class LeapfrogJet : IModel
{
    private readonly IJetStepper stepper;

    /// <summary>A model of the jet on a box with axes y, x.</summary>
    /// <param name="jet">The parameters.</param>
    /// <param name="grid">The box; even numbers of points.</param>
    /// <param name="timeStep">Δt.</param>
    /// <param name="filter">γ.</param>
    /// <exception cref="ArgumentException">The grid has walls.</exception>
    public LeapfrogJet(TwoLayerJet jet, Grid grid, double timeStep, double filter)
    {
        ArgumentNullException.ThrowIfNull(jet);
        ArgumentNullException.ThrowIfNull(grid);
        if (grid.HasWalls)
        {
            throw new ArgumentException(
                "The authors' scheme is for their periodic box; between walls take a SpectralModel.", nameof(grid));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeStep);
        ArgumentOutOfRangeException.ThrowIfNegative(filter);
        (Grid, TimeStep) = (grid, timeStep);
        stepper = Stepper(new JetSymbols(jet, grid, timeStep, filter));
    }

    /// <inheritdoc/>
    public Grid Grid { get; }

    /// <inheritdoc/>
    public double TimeStep { get; }

    /// <summary>The published parameters, box, step (0.025) and filter (0.04).</summary>
    public static LeapfrogJet Published(TwoLayerJet jet) => new(jet, TwoLayerJet.PublishedGrid, 0.025, 0.04);

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">A member left the finite numbers.</exception>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (states.Size != 2 * Grid.Points)
        {
            throw new ArgumentException($"A state has two layers of {Grid.Points} points, not {states.Size} values.",
                nameof(states));
        }

        Rows.ForEach(states.Count, (long)steps * states.Size, row => stepper.Advance(states[row], steps), (row, step) =>
            new BlowUpException(row, step * TimeStep, "is no longer finite", "take a shorter time step"));
    }

    private static IJetStepper Stepper(JetSymbols symbols) =>
        Vector512.IsHardwareAccelerated && JetLayout<Places512<double>>.Fits(symbols)
            ? new LaneJet<Places512<double>>(symbols)
        : JetLayout<Places256<double>>.Fits(symbols) ? new LaneJet<Places256<double>>(symbols)
        : new WholeFieldJet(symbols);
}
