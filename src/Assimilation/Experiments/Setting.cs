using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Experiments;

/// <summary>A twin experiment without its method: what is run and what is observed.</summary>
public sealed record Setting
{
    /// <summary>Makes the truth.</summary>
    public required IModel Truth { get; init; }

    /// <summary>Makes the forecasts.</summary>
    public required IModel Model { get; init; }

    /// <summary>
    /// The model's parameter that a filter can estimate, and the model with another one; null without.
    /// </summary>
    public (double Value, Func<double, IModel> With)? Parameter { get; init; }

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
}
