using Sci.Assimilation;
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>What errors of the starts and of the readings leave of the misfit when the equation is right.</summary>
/// <remarks>
/// A field is drawn from the interpolant's prior and interpolated from what the same sensors would read of it; the
/// error is one of the interpolant's posterior. Put on the starts, it is carried forward by the corrected model. A fill
/// of least energy says itself how large its prior is: the likeliest for the readings.
/// </remarks>
internal static class ExpectedMisfit
{
    /// <summary>Root mean square in units of the fields' sizes; NaN where it is not known: all seen, or no prior.
    /// Cycled starts have a way of their own, <see cref="JetCycling.Twin"/>.</summary>
    public static double Of(JetSettings settings, JetObserved observed, IModel model, States starts,
        FieldReadout readout, int steps)
    {
        if (settings.Interpolation is not PriorSettings method || method is WindowSettings)
        {
            return double.NaN;
        }

        var random = new RandomSource(settings.Seed)["expected"];
        var error = Error(settings.Observations.Noise, method, observed, starts, random);
        var (first, second) = (starts.Slice(0, 1), JetFlow.ToVorticity(error));
        for (var i = 0; i < first.Size; i++)
        {
            second[0][i] += first[0][i];
        }

        model.Advance(first, steps);
        model.Advance(second, steps);
        var (a, b) = (readout.Read(first), readout.Read(second));
        var sum = 0.0;
        for (var i = 0; i < a.Size; i++)
        {
            sum += Math.Pow(a[0][i] - b[0][i], 2) / a.Size;
        }

        return Math.Sqrt(sum + Math.Pow(settings.Observations.Noise, 2));
    }

    private static States Error(double noise, PriorSettings method, JetObserved observed, States starts,
        RandomSource random)
    {
        var prior = method is KrigingSettings { Variances: var variances }
            ? FlowSpectrum.OfPower(JetFlow.Grid, (variances[0], variances[1]), method.Power, method.Floor)
            : FlowSpectrum.Likeliest(
                JetFlow.Grid, JetFlow.ToStreams(starts), observed.Sensors.Points.Count, method.Power, method.Floor);
        var drawn = prior.Draw(JetFlow.Grid, random);
        var readings = observed.Sensors.Read(drawn);
        for (var i = 0; i < readings.Size; i++)
        {
            readings[0][i] += noise * observed.Sizes[2 * i / readings.Size] * random.Normal();
        }

        var error = JetInterpolation.Of(method, noise, observed).Interpolate(observed.Sensors, readings);
        for (var i = 0; i < error.Size; i++)
        {
            error[0][i] -= drawn[0][i];
        }

        return error;
    }
}
