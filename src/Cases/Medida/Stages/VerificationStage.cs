using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 5: forecasts held-back times with the wrong and the corrected model.</summary>
internal static class VerificationStage
{
    private const double ExponentRun = 400;
    private const double ExponentLook = 1;

    public static Verified Run(
        MedidaSettings settings, Truth truth, Equation corrected, RandomSource random, CancellationToken cancel)
    {
        var verification = settings.Verification!;
        var times = truth.Forecasts.Count / verification.Forecasts;
        var climate = ObservationStage.Deviation(truth.Forecasts.Values);
        var exponent = Exponent(settings, truth, corrected, random);
        States[] held = [.. Enumerable.Range(0, verification.Forecasts)
            .Select(i => Thin.Rows(truth.Forecasts.Slice(i * times, times), corrected.Grid.Points))];
        var wrong = Forecasts(settings, held, Equation.Parse(corrected.Grid, settings.Model.Equation), cancel);
        var right = Forecasts(settings, held, corrected, cancel);
        var (before, after) = (Errors(wrong, held), Errors(right, held));
        double[] leads = [.. Enumerable.Range(0, times).Select(i => i * verification.Every)];
        double[] Valid(States errors) => [.. Enumerable.Range(0, errors.Count)
            .Select(i => ValidTime(errors[i], leads, verification.Threshold * climate) * exponent)];
        return new Verified(
            leads, MeanCurve(before), MeanCurve(after), Valid(before), Valid(after), exponent, climate, held[0],
            wrong[0], right[0],
            string.Join(" ", new[] { BlowUp("wrong", before, leads), BlowUp("corrected", after, leads) }.Where(
                s => s.Length > 0)));
    }

    // A forecast as long as the truth's; what comes after a blow-up is not a number.
    private static States Forecast(IModel model, States start, int times, int stepsBetween)
    {
        var run = new States(times, start.Size);
        run.Values.Fill(double.NaN);
        var state = start.Clone();
        state[0].CopyTo(run[0]);
        try
        {
            for (var time = 1; time < times; time++)
            {
                model.Advance(state, stepsBetween);
                state[0].CopyTo(run[time]);
            }
        }
        catch (BlowUpException)
        {
            return run;
        }

        return run;
    }

    private static States[] Forecasts(
        MedidaSettings settings, States[] held, Equation equation, CancellationToken cancel)
    {
        var model = settings.Model.Stepper(equation, cancel);
        var stepsBetween = (int)Math.Round(settings.Verification!.Every / settings.Model.TimeStep);
        var runs = new States[held.Length];
        Workers.For(
            runs.Length, i => runs[i] = Forecast(model, held[i].Slice(0, 1), held[i].Count, stepsBetween),
            cancel: cancel);
        return runs;
    }

    // RMSE of each forecast at each time, shape [forecasts, times]; infinite from a blow-up on.
    private static States Errors(States[] runs, States[] held)
    {
        var errors = new States(runs.Length, held[0].Count);
        for (var i = 0; i < runs.Length; i++)
        {
            for (var time = 0; time < errors.Size; time++)
            {
                var error = RootMeanSquare(runs[i][time], held[i][time]);
                errors[i][time] = double.IsNaN(error) ? double.PositiveInfinity : error;
            }
        }

        return errors;
    }

    private static double Exponent(MedidaSettings settings, Truth truth, Equation corrected, RandomSource random)
    {
        var model = settings.Truth!.Chaos(settings.Grid.Line(), corrected, settings.Model.TimeStep);
        var looks = (int)(ExponentRun / ExponentLook);
        return LyapunovExponent.Leading(
            model, truth.Forecasts[0], Math.Max(1, (int)Math.Round(ExponentLook / model.TimeStep)), looks, random);
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

    private static string BlowUp(string model, States errors, double[] leads)
    {
        var first = Enumerable.Range(0, errors.Size).FirstOrDefault(
            time => Enumerable.Range(0, errors.Count).Any(i => double.IsInfinity(errors[i][time])), -1);
        return first < 0 ? "" : $"The {model} model leaves the finite numbers within {leads[first]:0.###} time units.";
    }
}
