using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 1: integrates the true system, or reads it, and keeps it at the scheduled times.</summary>
internal static class TruthStage
{
    // Steps between two looks at progress and Ctrl-C.
    private const long Stride = 2000;

    public static Truth Run(MedidaSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var schedule = new Schedule(settings);
        var grid = settings.Grid.Line();
        var windowTimes = schedule.Windows.SelectMany(times => times).ToArray();
        var forecastTimes = schedule.Forecasts.SelectMany(times => times).ToArray();
        var truth = new Truth(
            windowTimes, new States(windowTimes.Length, grid.Points), forecastTimes,
            new States(forecastTimes.Length, grid.Points));
        var wanted = windowTimes.Select((time, row) => new Look(time, truth.Windows, row))
            .Concat(forecastTimes.Select((time, row) => new Look(time, truth.Forecasts, row)))
            .OrderBy(look => look.Time).ToArray();
        switch (settings.Truth)
        {
            case FileTruthSettings file:
                Array.ForEach(wanted, look => file.Rows![file.RowAt(look.Time)].CopyTo(look.Rows[look.Row]));
                break;
            case EquationTruthSettings equation:
                Solve(equation, grid, wanted, progress, cancel);
                break;
        }

        return truth;
    }

    private static void Solve(
        EquationTruthSettings truth, Grid grid, Look[] wanted, Action<double> progress, CancellationToken cancel)
    {
        long StepAt(double time) => (long)Math.Round(time / truth.TimeStep);
        var solver = Schemes.Model(
            truth.Scheme, Equation.Parse(grid, truth.Equation), truth.TimeStep, truth.Precision);
        var model = new WatchedModel(
            solver, truth.Watch?.On(solver, WatchSettings.MeansAndSquares(solver.Equation)) ?? []);
        var state = States.Of(truth.Initial.On(grid));
        long at = 0;
        foreach (var look in wanted)
        {
            while (at < StepAt(look.Time))
            {
                cancel.ThrowIfCancellationRequested();
                var steps = Math.Min(StepAt(look.Time) - at, Stride);
                model.Advance(state, (int)steps);
                at += steps;
                progress((double)at / StepAt(wanted[^1].Time));
            }

            state[0].CopyTo(look.Rows[look.Row]);
        }

        model.Look(state);
    }

    private sealed record Look(double Time, States Rows, int Row);
}
