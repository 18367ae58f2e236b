using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Solutions from drawn initial states and their rates: what bases are made from.</summary>
internal sealed class SorptionSolutions
{
    private const double MostInitial = 0.2;
    private const int StepsAnInterval = 8;
    private const int Waves = 8;

    private readonly ExpertsSettings settings;
    private readonly DiffusionSorption solver;

    public SorptionSolutions(ExpertsSettings settings)
    {
        this.settings = settings;
        solver = new DiffusionSorption(settings.Points);
        Fields = new States(settings.Training, (settings.Intervals + 1) * settings.Points);
        Rates = new States(Fields.Count, Fields.Size);
        for (var s = 0; s < Fields.Count; s++)
        {
            Solve(Draw(new RandomSource(settings.Seed)["training"][s])).Values.CopyTo(Fields[s]);
            Rate(Fields[s], Rates[s]);
        }
    }

    /// <summary>The solutions, shape [solutions, times · points].</summary>
    public States Fields { get; }

    /// <summary>Their rates by the equation, zero at the start and at the ends; the same shape.</summary>
    /// <remarks>Differences in time would miss the steep beginning.</remarks>
    public States Rates { get; }

    /// <summary>A smooth initial state between 0 and 0.2.</summary>
    public double[] Draw(RandomSource random)
    {
        double[] waves = [.. Enumerable.Range(0, Waves).Select(m => random.Normal())];
        return [.. Enumerable.Range(0, settings.Points).Select(i => MostInitial / 2
            * (1 + Math.Tanh(waves.Select((a, m) => a * Math.Cos(m * Math.PI * i * settings.Spacing)).Sum() / 2)))];
    }

    /// <summary>The solution from an initial state, shape [times, points].</summary>
    public States Solve(double[] initial) =>
        solver.Solve(initial, settings.Duration / settings.Intervals, settings.Intervals, StepsAnInterval);

    private void Rate(ReadOnlySpan<double> field, Span<double> rate)
    {
        var points = settings.Points;
        for (var k = 1; k <= settings.Intervals; k++)
        {
            for (var at = (k * points) + 1; at < ((k + 1) * points) - 1; at++)
            {
                rate[at] = DiffusionSorption.Diffusivity / DiffusionSorption.Retardation(field[at])
                    * (field[at - 1] - (2 * field[at]) + field[at + 1]) / (settings.Spacing * settings.Spacing);
            }
        }
    }
}
