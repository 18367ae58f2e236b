using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 5: forecasts held-back times with the wrong and the corrected model.</summary>
internal static class VerificationStage
{
    private const double ExponentRun = 400;
    private const double ExponentLook = 1;
    private const double ExponentStep = 0.02;

    public static Verified Run(MedidaSettings settings, Truth truth, Equation corrected, RandomSource random, CancellationToken cancel)
    {
        var verification = settings.Verification!;
        var times = truth.Forecasts.Count / verification.Forecasts;
        var climate = ObservationStage.Deviation(truth.Forecasts.Values);
        var exponent = Exponent(settings, truth, random);
        var imperfect = Equation.Parse(corrected.Grid, settings.Model.Equation);
        var (before, blowUpBefore) = Errors(settings, truth, imperfect, times, cancel);
        var (after, blowUpAfter) = Errors(settings, truth, corrected, times, cancel);
        double[] leads = [.. Enumerable.Range(0, times).Select(i => i * verification.Every)];
        double[] Valid(States errors) => [.. Enumerable.Range(0, errors.Count)
            .Select(i => ValidTime(errors[i], leads, verification.Threshold * climate) * exponent)];
        return new Verified(
            leads, MeanCurve(before), MeanCurve(after), Valid(before), Valid(after), exponent, climate,
            string.Join(" ", new[] { Sentence("wrong", blowUpBefore), Sentence("corrected", blowUpAfter) }.Where(s => s.Length > 0)));
    }

    /// <summary>RMSE of each forecast at each time, shape [forecasts, times]; infinite from a blow-up on.</summary>
    private static (States Errors, double? BlowUp) Errors(
        MedidaSettings settings, Truth truth, Equation equation, int times, CancellationToken cancel)
    {
        var forecasts = truth.Forecasts.Count / times;
        var errors = new States(forecasts, times);
        var ends = new double?[forecasts];
        var model = Schemes.Model(settings.Model.Scheme, equation, settings.Model.TimeStep);
        var stepsBetween = (int)Math.Round(settings.Verification!.Every / settings.Model.TimeStep);
        Parallel.For(0, forecasts, new ParallelOptions { CancellationToken = cancel }, forecast =>
        {
            var state = Thin.Rows(truth.Forecasts.Slice(forecast * times, 1), equation.Grid.Points);
            for (var time = 1; time < times; time++)
            {
                try
                {
                    model.Advance(state, stepsBetween);
                }
                catch (BlowUpException)
                {
                    errors[forecast][time..].Fill(double.PositiveInfinity);
                    ends[forecast] = time * settings.Verification.Every;
                    return;
                }

                errors[forecast][time] = RootMeanSquare(
                    state[0], Thin.Rows(truth.Forecasts.Slice((forecast * times) + time, 1), equation.Grid.Points)[0]);
            }
        });
        return (errors, ends.Min());
    }

    private static double Exponent(MedidaSettings settings, Truth truth, RandomSource random)
    {
        var equation = Equation.Parse(settings.Grid.Line(), settings.Truth.Equation);
        var step = Math.Max(settings.Truth.TimeStep, ExponentStep);
        var model = Schemes.Model(settings.Truth.Scheme, equation, step);
        var looks = (int)(ExponentRun / ExponentLook);
        return LyapunovExponent.Leading(model, truth.Forecasts[0], Math.Max(1, (int)Math.Round(ExponentLook / step)), looks, random);
    }

    private static double ValidTime(ReadOnlySpan<double> errors, double[] leads, double limit)
    {
        for (var i = 0; i < leads.Length; i++)
        {
            if (errors[i] > limit)
            {
                return leads[Math.Max(i - 1, 0)];
            }
        }

        return leads[^1];
    }

    private static double[] MeanCurve(States errors)
    {
        var curve = new double[errors.Size];
        for (var time = 0; time < curve.Length; time++)
        {
            for (var i = 0; i < errors.Count; i++)
            {
                curve[time] += errors[i][time] * errors[i][time] / errors.Count;
            }

            curve[time] = Math.Sqrt(curve[time]);
        }

        return curve;
    }

    private static double RootMeanSquare(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]) / a.Length;
        }

        return Math.Sqrt(sum);
    }

    private static string Sentence(string model, double? end) =>
        end is { } time ? $"The {model} model left the finite numbers after {time:0.###} time units." : "";
}
