using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Tangent and adjoint of a one-step scheme along a stored trajectory.</summary>
/// <remarks>
/// The modes at the beginning of every step are kept; the stages within a step are computed anew when they are needed.
/// A perturbation and a sensitivity are fields too and are carried as their modes; see <see cref="ProductProgram"/>.
/// </remarks>
internal sealed class SpectralLinearisation : ILinearisation
{
    private readonly SpectralCore core;
    private readonly Complex[][] trajectory;
    private readonly double[] final;

    public SpectralLinearisation(SpectralCore core, ReadOnlySpan<double> state, int steps)
    {
        this.core = core;
        trajectory = new Complex[steps][];
        final = state.ToArray();
        var memory = core.Rent();
        core.ToModes(state, memory.Steps.State);
        for (var step = 0; step < steps; step++)
        {
            trajectory[step] = [.. memory.Steps.State];
            SpectralCore.Step(core.Method, core.Rest, memory.Steps, memory.Frame);
        }

        core.ToState(memory.Steps.State, final);
        core.Return(memory);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<double> Final => final;

    /// <inheritdoc/>
    public void Tangent(States perturbations) => Run(perturbations, Forward);

    /// <inheritdoc/>
    public void Adjoint(States sensitivities) => Run(sensitivities, Backward);

    // A group of rows shares the stages of the trajectory; which rows share a group changes no result.
    private void Run(States rows, Action<StepMemory[]> run)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Size != core.Equation.Size)
        {
            throw new ArgumentException(
                $"A perturbation has {core.Equation.Size} values, as a state, not {rows.Size}.", nameof(rows));
        }

        var groups = Math.Clamp(rows.Count / 4, 1, Workers.Limit);
        Workers.For(groups, group =>
        {
            int first = group * rows.Count / groups, end = (group + 1) * rows.Count / groups;
            StepMemory[] memories = [.. Enumerable.Range(first, end - first).Select(_ =>
                new StepMemory(core.Method.Inputs, core.Method.Stages, core.Linear.Length))];
            for (var row = first; row < end; row++)
            {
                core.ToModes(rows[row], memories[row - first].State);
            }

            run(memories);
            for (var row = first; row < end; row++)
            {
                core.ToState(memories[row - first].State, rows[row]);
            }
        });
    }

    private void Forward(StepMemory[] changes)
    {
        var (memory, frame) = (core.Rent(), core.Rest.NewFrame());
        foreach (var start in trajectory)
        {
            start.CopyTo(memory.Steps.State, 0);
            for (var stage = 0; stage < core.Method.Stages; stage++)
            {
                Linearise(memory, stage, memory.Frame);
                foreach (var change in changes)
                {
                    core.Rest.Tangent(
                        change.Stage(core.Method.Stage(stage)), change.Tendency(stage), frame, memory.Frame);
                }
            }

            foreach (var change in changes)
            {
                change.Turn(core.Method);
            }
        }

        core.Return(memory);
    }

    private void Backward(StepMemory[] sensitivities)
    {
        var (memory, frame) = (core.Rent(), core.Rest.NewFrame());
        Frame[] stages = [.. Enumerable.Range(0, core.Method.Stages).Select(_ => core.Rest.NewFrame())];
        for (var step = trajectory.Length - 1; step >= 0; step--)
        {
            trajectory[step].CopyTo(memory.Steps.State, 0);
            for (var stage = 0; stage < stages.Length; stage++)
            {
                Linearise(memory, stage, stages[stage]);
            }

            foreach (var sensitivity in sensitivities)
            {
                sensitivity.TurnBack(
                    core.Method, (stage, argument, rate) => core.Rest.Adjoint(argument, rate, frame, stages[stage]));
            }
        }

        core.Return(memory);
    }

    private void Linearise(SpectralCore.Memory memory, int stage, Frame frame)
    {
        core.Rest.Evaluate(memory.Steps.Stage(core.Method.Stage(stage)), memory.Steps.Tendency(stage), frame);
        core.Rest.Linearise(frame);
    }
}
