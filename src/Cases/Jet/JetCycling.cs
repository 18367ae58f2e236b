using System.Numerics.Tensors;
using Sci.Assimilation;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Optimal interpolation cycled with a model: each forecast is the mean about which the readings are
/// interpolated.</summary>
/// <remarks>The covariances of the readings are factorised once and serve all windows, times and models.</remarks>
internal sealed class JetCycling(CyclingSettings settings, double noise, JetObserved observed)
{
    private readonly DirectKriging first = JetInterpolation.Direct(settings, settings.Power, settings.Variances, noise,
        observed);

    private readonly DirectKriging later = JetInterpolation.Direct(settings, settings.ForecastPower,
        settings.ForecastVariances, noise, observed);

    /// <summary>Analyses at the beginnings of the pairs, as q₁ and q₂.</summary>
    /// <param name="model">The model as it stands.</param>
    public States Starts(IModel model) => Starts(model, observed.Earlier, observed.Starts);

    /// <summary>How what the sensors read at the ends of the pairs, after all analyses, responds to
    /// coefficients.</summary>
    /// <remarks>A model that errs does so in every forecast of a window, and each analysis leaves part of it: the
    /// responses are carried through both.</remarks>
    /// <param name="model">The model as it stands.</param>
    /// <param name="terms">Whose coefficients.</param>
    /// <param name="interval">Time between the snapshots of a pair.</param>
    /// <returns>∂q/∂coefficient at the ends, row pair·terms + j.</returns>
    public States Responses(IEquationModel model, IReadOnlyList<FieldTerm> terms, double interval)
    {
        var pairs = observed.Starts.Count;
        var states = JetFlow.ToVorticity(first.Interpolate(observed.Sensors, At(observed.Earlier, pairs, 0)));
        var responses = new States(pairs * terms.Count, states.Size);
        var none = new States(0, states.Size);
        for (var i = 1; i <= settings.Cycles; i++)
        {
            model.AdvanceLinearised(states, Steps(model, settings.Every), terms, responses, none);
            states = Analysed(states, i < settings.Cycles ? At(observed.Earlier, pairs, i) : observed.Starts);
            responses = Analysed(responses, new States(responses.Count, observed.Starts.Size));
        }

        model.AdvanceLinearised(states, Steps(model, interval), terms, responses, none);
        return responses;
    }

    /// <summary>Other windows in which the model is right: their analyses at the beginnings of the pairs, and what the
    /// sensors see at the ends.</summary>
    /// <remarks>
    /// The given analyses are taken for the truth at the beginning of the windows, run on by the model itself, seen by
    /// the same sensors with new noise and cycled in the same way.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="truth">Analyses.</param>
    /// <param name="interval">Time between the snapshots of a pair.</param>
    /// <param name="random">Draws the noise.</param>
    public (States Starts, States Ends) Twin(IModel model, States truth, double interval, RandomSource random)
    {
        truth = truth.Clone();
        var earlier = new States(observed.Earlier.Count, observed.Earlier.Size);
        for (var i = 0; i < settings.Cycles; i++)
        {
            var readings = Seen(truth, random["earlier"][i]);
            for (var pair = 0; pair < truth.Count; pair++)
            {
                readings[pair].CopyTo(earlier[(pair * settings.Cycles) + i]);
            }

            model.Advance(truth, Steps(model, settings.Every));
        }

        var starts = Starts(model, earlier, Seen(truth, random["starts"]));
        model.Advance(truth, Steps(model, interval));
        return (starts, Seen(truth, random["ends"]));
    }

    private States Starts(IModel model, States earlier, States newest)
    {
        var pairs = newest.Count;
        var states = JetFlow.ToVorticity(first.Interpolate(observed.Sensors, At(earlier, pairs, 0)));
        for (var i = 1; i <= settings.Cycles; i++)
        {
            model.Advance(states, Steps(model, settings.Every));
            states = Analysed(states, i < settings.Cycles ? At(earlier, pairs, i) : newest);
        }

        return states;
    }

    // x + K(y - Hx), row by row; responses of x are those to readings of zero.
    private States Analysed(States states, States readings)
    {
        var streams = JetFlow.ToStreams(states);
        var departures = observed.Sensors.Read(streams);
        TensorPrimitives.Subtract(readings.Values, departures.Values, departures.Values);
        TensorPrimitives.Add(streams.Values, later.Interpolate(observed.Sensors, departures).Values, streams.Values);
        return JetFlow.ToVorticity(streams);
    }

    private States At(States earlier, int pairs, int time)
    {
        var readings = new States(pairs, earlier.Size);
        for (var pair = 0; pair < pairs; pair++)
        {
            earlier[(pair * settings.Cycles) + time].CopyTo(readings[pair]);
        }

        return readings;
    }

    private States Seen(States states, RandomSource random)
    {
        var readings = observed.Sensors.Read(JetFlow.ToStreams(states));
        for (var i = 0; i < readings.Values.Length; i++)
        {
            readings.Values[i] += noise * observed.Sizes[2 * (i % readings.Size) / readings.Size] * random.Normal();
        }

        return readings;
    }

    /// <summary>Steps of a model in a time.</summary>
    public static int Steps(IModel model, double time) => (int)Math.Round(time / model.TimeStep);
}
