using System.Collections.Concurrent;
using Sci.Numerics;

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
    private readonly ConcurrentBag<JetMemory> pool = [];
    private readonly JetTendency tendency;
    private readonly RealFft2 fft;
    private readonly double[] sawtooth;
    private readonly double[] friction;
    private readonly double filter;

    /// <summary>A model of the jet on a box with axes y, x.</summary>
    /// <param name="jet">The parameters.</param>
    /// <param name="grid">The box; even numbers of points.</param>
    /// <param name="timeStep">Δt.</param>
    /// <param name="filter">γ.</param>
    public LeapfrogJet(TwoLayerJet jet, Grid grid, double timeStep, double filter)
    {
        ArgumentNullException.ThrowIfNull(jet);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeStep);
        ArgumentOutOfRangeException.ThrowIfNegative(filter);
        (Grid, TimeStep, this.filter) = (grid, timeStep, filter);
        var (y, x) = (grid.Axes[0], grid.Axes[1]);
        fft = RealFft2.Of(y.Points, x.Points);
        sawtooth = [.. Enumerable.Range(0, grid.Points)
            .Select(i => jet.Beta * ((i / x.Points * y.Spacing) + y.Origin))];
        tendency = new JetTendency(jet, grid);
        friction = [.. Enumerable.Range(0, fft.Modes).Select(mode => jet.HyperViscosity
            * (Math.Pow(tendency.KX[mode], 8) + Math.Pow(tendency.KY[mode], 8)))];
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

        Rows.ForEach(states.Count, (long)steps * states.Size, row => Advance(states[row], steps), (row, step) =>
            new BlowUpException(row, step * TimeStep, "is no longer finite", "take a shorter time step"));
    }

    // Returns the step at which the state was no longer finite, or 0.
    private int Advance(Span<double> state, int steps)
    {
        var memory = pool.TryTake(out var used) ? used : new JetMemory(tendency);
        Load(state, memory);
        var blownUp = 0;
        for (var step = 1; step <= steps && blownUp == 0; step++)
        {
            tendency.Evaluate(memory);
            Step(memory, step);
            blownUp = double.IsFinite(memory.Now[0][1].Real) ? 0 : step;
        }

        Store(memory, state);
        pool.Add(memory);
        return blownUp;
    }

    private void Step(JetMemory memory, int step)
    {
        var span = step == 1 ? TimeStep : 2 * TimeStep;
        var gamma = step < 3 ? 0 : filter;
        for (var layer = 0; layer < 2; layer++)
        {
            var (old, now, rate) =
                (step == 1 ? memory.Now[layer] : memory.Old[layer], memory.Now[layer], memory.Rate[layer]);
            for (var mode = 0; mode < now.Length; mode++)
            {
                var next = (old[mode] + (span * rate[mode])) / (1 + (span * friction[mode]));
                memory.Old[layer][mode] = now[mode] + (gamma * (old[mode] - (2 * now[mode]) + next));
                now[mode] = next;
            }
        }
    }

    private void Load(ReadOnlySpan<double> state, JetMemory memory)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            for (var i = 0; i < Grid.Points; i++)
            {
                memory.Field[i] = state[(layer * Grid.Points) + i] + sawtooth[i];
            }

            fft.Forward(memory.Field, memory.Now[layer]);
        }
    }

    private void Store(JetMemory memory, Span<double> state)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            fft.Inverse(memory.Now[layer], memory.Field);
            for (var i = 0; i < Grid.Points; i++)
            {
                state[(layer * Grid.Points) + i] = memory.Field[i] - sawtooth[i];
            }
        }
    }
}
