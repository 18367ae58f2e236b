using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 1: integrates the true system and keeps it at the scheduled times.</summary>
internal static class TruthStage
{
    // Steps between two looks at progress and Ctrl-C.
    private const long Stride = 2000;

    public static Truth Run(MedidaSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var schedule = new Schedule(settings);
        var grid = settings.Grid.Line();
        var model = Schemes.Model(settings.Truth.Scheme, Equation.Parse(grid, settings.Truth.Equation), settings.Truth.TimeStep);
        var windowTimes = schedule.Windows.SelectMany(times => times).ToArray();
        var forecastTimes = schedule.Forecasts.SelectMany(times => times).ToArray();
        var truth = new Truth(
            windowTimes, new States(windowTimes.Length, grid.Points), forecastTimes, new States(forecastTimes.Length, grid.Points));
        var wanted = windowTimes.Select((time, row) => (Step: schedule.StepAt(time), Rows: truth.Windows, Row: row))
            .Concat(forecastTimes.Select((time, row) => (Step: schedule.StepAt(time), Rows: truth.Forecasts, Row: row)))
            .OrderBy(look => look.Step).ToArray();
        var state = States.Of(Initial(settings, grid));
        long at = 0;
        foreach (var look in wanted)
        {
            while (at < look.Step)
            {
                cancel.ThrowIfCancellationRequested();
                var steps = Math.Min(look.Step - at, Stride);
                Advance(model, state, at, (int)steps);
                at += steps;
                progress((double)at / wanted[^1].Step);
            }

            state[0].CopyTo(look.Rows[look.Row]);
        }

        return truth;
    }

    private static void Advance(SpectralModel model, States state, long at, int steps)
    {
        try
        {
            model.Advance(state, steps);
        }
        catch (BlowUpException blowUp)
        {
            throw blowUp.After(at * model.TimeStep);
        }
    }

    private static double[] Initial(MedidaSettings settings, Grid grid)
    {
        var formula = Formula.Parse(settings.Truth.Initial, "x");
        return [.. grid.Axes[0].Coordinates().Select(x => formula.At(x))];
    }
}
