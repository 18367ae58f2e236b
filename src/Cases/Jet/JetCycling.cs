using Sci.Assimilation;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Optimal interpolation cycled with a model: each forecast is the mean about which the readings are
/// interpolated.</summary>
internal static class JetCycling
{
    public static States Starts(CyclingSettings settings, double noise, JetObserved observed,
        (IModel Model, int Steps) forecast)
    {
        var pairs = observed.Starts.Count;
        var first = JetInterpolation.Kriging(settings, settings.Variances, noise, observed);
        var later = JetInterpolation.Kriging(settings, settings.ForecastVariances, noise, observed);
        var states = JetFlow.ToVorticity(first.Interpolate(observed.Sensors, At(observed, settings.Cycles, 0)));
        for (var i = 1; i <= settings.Cycles; i++)
        {
            forecast.Model.Advance(states, forecast.Steps);
            var readings = i < settings.Cycles ? At(observed, settings.Cycles, i) : observed.Starts;
            var streams = JetFlow.ToStreams(states);
            Workers.For(pairs, pair => new AboutMean(streams.Slice(pair, 1), later)
                .Interpolate(observed.Sensors, readings.Slice(pair, 1))[0].CopyTo(streams[pair]));
            states = JetFlow.ToVorticity(streams);
        }

        return states;
    }

    private static States At(JetObserved observed, int cycles, int time)
    {
        var readings = new States(observed.Starts.Count, observed.Starts.Size);
        for (var pair = 0; pair < readings.Count; pair++)
        {
            observed.Earlier[(pair * cycles) + time].CopyTo(readings[pair]);
        }

        return readings;
    }
}
