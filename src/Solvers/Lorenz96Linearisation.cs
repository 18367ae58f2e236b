using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Derivative of a run of <see cref="Lorenz96"/>, stage by stage of the Runge-Kutta scheme.</summary>
internal sealed class Lorenz96Linearisation : ILinearisation
{
    private const int Stages = 4;

    private readonly int size;
    private readonly double timeStep;

    // The states that the tendency was taken at, shape [steps, stages, size].
    private readonly States stages;
    private readonly double[] final;

    public Lorenz96Linearisation(double timeStep, double forcing, ReadOnlySpan<double> state, int steps)
    {
        (size, this.timeStep, final) = (state.Length, timeStep, state.ToArray());
        stages = new States(steps * Stages, size);
        var k = new double[size];
        for (var step = 0; step < steps; step++)
        {
            var start = (double[])final.Clone();
            start.CopyTo(stages[step * Stages]);
            for (var stage = 0; stage < Stages; stage++)
            {
                var at = stages[(step * Stages) + stage];
                for (var i = 0; i < size; i++)
                {
                    k[i] = ((at[Right(i)] - at[Left(i, 2)]) * at[Left(i, 1)]) - at[i] + forcing;
                    final[i] += Weight(stage) * k[i];
                }

                for (var i = 0; i < size && stage < Stages - 1; i++)
                {
                    stages[(step * Stages) + stage + 1][i] = start[i] + (Length(stage) * k[i]);
                }
            }
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<double> Final => final;

    /// <inheritdoc/>
    public void Tangent(States perturbations)
    {
        ArgumentNullException.ThrowIfNull(perturbations);
        var (at, k) = (new double[size], new double[size]);
        for (var row = 0; row < perturbations.Count; row++)
        {
            var d = perturbations[row];
            for (var step = 0; step < stages.Count / Stages; step++)
            {
                var start = d.ToArray();
                start.CopyTo(at, 0);
                for (var stage = 0; stage < Stages; stage++)
                {
                    var x = stages[(step * Stages) + stage];
                    for (var i = 0; i < size; i++)
                    {
                        k[i] = ((at[Right(i)] - at[Left(i, 2)]) * x[Left(i, 1)])
                            + ((x[Right(i)] - x[Left(i, 2)]) * at[Left(i, 1)]) - at[i];
                        d[i] += Weight(stage) * k[i];
                    }

                    for (var i = 0; i < size && stage < Stages - 1; i++)
                    {
                        at[i] = start[i] + (Length(stage) * k[i]);
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Adjoint(States sensitivities)
    {
        ArgumentNullException.ThrowIfNull(sensitivities);
        for (var row = 0; row < sensitivities.Count; row++)
        {
            for (var step = (stages.Count / Stages) - 1; step >= 0; step--)
            {
                StepBack(sensitivities[row], step);
            }
        }
    }

    // From the last stage to the first: the gradient by a stage's tendency, then by the state it was taken at.
    private void StepBack(Span<double> gradient, int step)
    {
        var end = gradient.ToArray();
        var (tendency, mu) = (new double[size], new double[size]);
        for (var stage = Stages - 1; stage >= 0; stage--)
        {
            for (var i = 0; i < size; i++)
            {
                tendency[i] = (Weight(stage) * end[i]) + (Length(stage) * mu[i]);
            }

            var x = stages[(step * Stages) + stage];
            for (var i = 0; i < size; i++)
            {
                mu[i] = (tendency[Left(i, 1)] * x[Left(i, 2)]) - (tendency[Right(Right(i))] * x[Right(i)])
                    + (tendency[Right(i)] * (x[Right(Right(i))] - x[Left(i, 1)])) - tendency[i];
                gradient[i] += mu[i];
            }
        }
    }

    private double Weight(int stage) => stage is 0 or Stages - 1 ? timeStep / 6 : timeStep / 3;

    // How far along a stage's tendency the next stage lies.
    private double Length(int stage) => stage switch { 0 or 1 => timeStep / 2, 2 => timeStep, _ => 0 };

    private int Left(int i, int places) => i >= places ? i - places : i - places + size;

    private int Right(int i) => i + 1 < size ? i + 1 : 0;
}
