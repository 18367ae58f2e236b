using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Experiments;

/// <summary>A published twin experiment: what is run and observed, whatever the method.</summary>
public sealed record Setting
{
    /// <summary>Makes the truth and the forecasts.</summary>
    public required IModel Model { get; init; }

    /// <summary>What is observed at the times 0, 1, …, and how well.</summary>
    public required Func<int, Observations> Observed { get; init; }

    /// <summary>Steps of the model from one observation time to the next.</summary>
    public required int StepsBetween { get; init; }

    /// <summary>Truth and members start as independent normal draws about this state, shape [state size].</summary>
    public required double[] Start { get; init; }

    /// <summary>Variance of those draws, the same for every value.</summary>
    public required double StartVariance { get; init; }

    /// <summary>Observation times left out of the means.</summary>
    public required int BurnIn { get; init; }

    /// <summary>Steps and number of states of the run that a climatology is taken from.</summary>
    public required (int StepsApart, int States) Climate { get; init; }

    /// <summary>40 variables, F = 8, all observed every 0.05 with variance 1; burn-in 20.</summary>
    /// <remarks>Sakov and Oke (2008), doi:10.1111/j.1600-0870.2007.00299.x.</remarks>
    public static Setting Lorenz96() => Lorenz96(stepsBetween: 1);

    /// <summary>The same, observed every so many steps of 0.05.</summary>
    public static Setting Lorenz96(int stepsBetween)
    {
        var model = new Lorenz96(40, 8, 0.05);
        return new Setting
        {
            Model = model,
            Observed = Always(Observations.Everywhere(model.Grid, fields: 1, variance: 1)),
            StepsBetween = stepsBetween,
            Start = [1, .. new double[39]],
            StartVariance = 0.001,
            BurnIn = 400 / stepsBetween,
            Climate = (10, 4000),
        };
    }

    /// <summary>
    /// σ, ρ, β = 10, 28, 8/3, all three observed every so many steps of 0.01 with variance 2; burn-in 16.
    /// </summary>
    /// <remarks>Sakov, Oliver and Bertino (2012), doi:10.1175/MWR-D-11-00176.1, Table 1, with 25 steps.</remarks>
    public static Setting Lorenz63(int stepsBetween)
    {
        var model = new Lorenz63(10, 28, 8.0 / 3, 0.01);
        return new Setting
        {
            Model = model,
            Observed = Always(Observations.Everywhere(model.Grid, fields: 1, variance: 2)),
            StepsBetween = stepsBetween,
            Start = [1.509, -1.531, 25.46],
            StartVariance = 2,
            BurnIn = 1600 / stepsBetween,
            Climate = (20, 10_000),
        };
    }

    /// <summary>128 points on a line of 32π, all observed every 1.0 with variance 1; burn-in 2000.</summary>
    /// <remarks>Bocquet and Farchi (2019), doi:10.1080/16000870.2019.1602359; the usual model's step is 0.5.</remarks>
    /// <param name="model">A Kuramoto-Sivashinsky model on that line.</param>
    public static Setting KuramotoSivashinsky(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var axis = model.Grid.Axes[0];
        return new Setting
        {
            Model = model,
            Observed = Always(Observations.Everywhere(model.Grid, fields: 1, variance: 1)),
            StepsBetween = (int)Math.Round(1 / model.TimeStep),
            Start = OnAttractor(model, [.. axis.Coordinates().Select(
                x => Math.Cos(2 * Math.PI * x / axis.Length) * (1 + Math.Sin(2 * Math.PI * x / axis.Length)))]),
            StartVariance = 0.001,
            BurnIn = 2000,
            Climate = (10, 4000),
        };
    }

    /// <summary>The climatology of the model, from a run of its own.</summary>
    public Background Climatology(RandomSource random)
    {
        var state = Draw(1, random);
        Model.Advance(state, Climate.StepsApart * Climate.States / 10);
        var run = new States(Climate.States, state.Size);
        for (var time = 0; time < run.Count; time++)
        {
            Model.Advance(state, Climate.StepsApart);
            state[0].CopyTo(run[time]);
        }

        return Background.Of(run);
    }

    /// <summary>Independent draws of the state at the start, one a row.</summary>
    public States Draw(int count, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var states = new States(count, Start.Length);
        random.Normals(states.Values);
        for (var i = 0; i < states.Values.Length; i++)
        {
            states.Values[i] = Start[i % Start.Length] + (Math.Sqrt(StartVariance) * states.Values[i]);
        }

        return states;
    }

    private static Func<int, Observations> Always(Observations observations) => _ => observations;

    private static double[] OnAttractor(IModel model, double[] state)
    {
        var states = States.Of(state);
        model.Advance(states, (int)Math.Round(150 / model.TimeStep));
        return states[0].ToArray();
    }
}
