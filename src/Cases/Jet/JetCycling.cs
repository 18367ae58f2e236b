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
            var readings = i < settings.Cycles ? At(earlier, pairs, i) : newest;
            var streams = JetFlow.ToStreams(states);
            Workers.For(pairs, pair => new AboutMean(streams.Slice(pair, 1), later)
                .Interpolate(observed.Sensors, readings.Slice(pair, 1))[0].CopyTo(streams[pair]));
            states = JetFlow.ToVorticity(streams);
        }

        return states;
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

    private static int Steps(IModel model, double time) => (int)Math.Round(time / model.TimeStep);
}
