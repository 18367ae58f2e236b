using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Experiments;

/// <summary>
/// Chooses a number that a method needs by how well its forecasts meet the observations of a run of its own.
/// </summary>
/// <remarks>
/// No truth is used: forecasts are compared with observations (Dee, 1995,
/// doi:10.1175/1520-0493(1995)123&lt;1128:OLEOEC&gt;2.0.CO;2).
/// </remarks>
public static class Calibration
{
    // Per decade.
    private const int Density = 5;

    /// <summary>
    /// The number between two bounds whose forecasts are nearest to the observations, to 58 %: five a decade are tried.
    /// </summary>
    /// <param name="setting">What is run and observed.</param>
    /// <param name="method">The method with a given number and its first state; all see the same truth and
    /// observations.</param>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The largest one.</param>
    /// <param name="analyses">Length of the run.</param>
    /// <param name="random">Its stream.</param>
    public static double Best(
        Setting setting, Func<double, States, ICycle> method, double low, double high, int analyses,
        RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(random);
        var tries = 1 + (int)Math.Round(Density * Math.Log10(high / low));
        return Enumerable.Range(0, tries)
            .Select(i => low * Math.Pow(high / low, (double)i / (tries - 1)))
            .MinBy(number => Misfit(setting, start => method(number, start), analyses, random));
    }

    /// <summary>
    /// 4D-Var whose background is the share of the climatological covariance that serves best in a run of its own.
    /// </summary>
    /// <param name="setting">What is run and observed; its model has an adjoint.</param>
    /// <param name="lag">Intervals of a window.</param>
    /// <param name="modelError">Covariance of the model's error over an interval; a factor without rows is a perfect
    /// model's.</param>
    /// <param name="training">Analyses of that run.</param>
    /// <param name="state">At the start, in one row.</param>
    /// <param name="random">Streams of the climatology and of that run.</param>
    public static FourDVarCycle FourDVar(
        Setting setting, int lag, Background modelError, int training, States state, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(random);
        var climatology = setting.Climatology(random["climate"]);
        FourDVarCycle With(double share, States start) =>
            new((ITangentModel)setting.Model, setting.StepsBetween, lag, climatology.Scaled(share), start)
            {
                Iterations = 10,
                Tolerance = 1e-3,
                ModelError = modelError,
            };
        return With(Best(setting, With, 5e-4, 0.2, training, random["training"]), state);
    }

    // Sum of squares of observed minus forecast, the first tenth left out.
    private static double Misfit(Setting setting, Func<States, ICycle> method, int analyses, RandomSource random)
    {
        var truth = setting.Draw(1, random["truth"]);
        setting.Truth.Advance(truth, setting.BurnIn * setting.StepsBetween);
        var cycle = method(truth.Clone());
        var sum = 0.0;
        for (var time = 0; time < analyses; time++)
        {
            setting.Truth.Advance(truth, setting.StepsBetween);
            var observations = setting.Observed(time);
            var y = new double[observations.Count];
            observations.Draw(truth[0], y, random["observations"][time]);
            var counts = time >= analyses / 10;
            cycle.Next(observations, y, random["analysis"][time], forecast => sum += counts
                ? Misfit(forecast, observations, y) : 0);
        }

        return sum;
    }

    private static double Misfit(States forecast, Observations observations, double[] y)
    {
        var (mean, departure) = (new double[forecast.Size], new double[observations.Count]);
        Moments.Mean(forecast.Values, forecast.Size, mean);
        observations.Operator.Apply(mean, departure);
        TensorPrimitives.Subtract(y, departure, departure);
        observations.Errors.Whiten(departure);
        return TensorPrimitives.SumOfSquares<double>(departure);
    }
}
