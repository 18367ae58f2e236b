using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The model's forecast of a window's last snapshot from those before it.</summary>
internal sealed class OneStep
{
    private readonly IModel model;
    private readonly WatchedEnsemble members;
    private (int Window, double Time) now;
    private readonly int steps;
    private readonly bool needsOlder;
    private States? older;

    /// <summary>The step of a model whose intervals are not a <see cref="Misfit"/>.</summary>
    public OneStep(MedidaSettings settings, Equation equation, CancellationToken cancel = default)
    {
        var times = settings.Seen.Times;
        Interval = times[^1] - times[^2];
        needsOlder = settings.Model.NeedsOlder;
        steps = (int)Math.Round(Interval / settings.Model.TimeStep);
        model = settings.Model.Stepper(equation, cancel);
        members = new WatchedEnsemble(model, () => now);
    }

    /// <summary>What is wrong with the times of the snapshots for a forecast by the model's steps, or null.</summary>
    public static string? Misfit(MedidaSettings settings)
    {
        var (times, step) = (settings.Seen.Times, settings.Model.TimeStep);
        var interval = times[^1] - times[^2];
        var isMultiple = Math.Abs((Math.Round(interval / step) * step) - interval) <= 1e-9 * interval;
        return settings.Model.NeedsOlder
            ? isMultiple
                && IsPair(times, step) ? null : "must end with two intervals of model.time_step, which cnab2 needs"
            : isMultiple ? null : "must end with an interval that is a multiple of model.time_step";
    }

    /// <summary>Time from the last but one snapshot to the last.</summary>
    public double Interval { get; }

    /// <summary>Looks at single members of the ensembles carried so far.</summary>
    public MemberLooks Looks => MemberLooks.Of(members);

    /// <summary>The forecasts from the snapshots of all windows, in one batch, shape [windows, points].</summary>
    public States Forecasts(States observed, int snapshots)
    {
        var states = Column(observed, snapshots, 2);
        if (needsOlder)
        {
            ((IEquationModel)model).Advance(states, [Column(observed, snapshots, 3)]);
        }
        else
        {
            model.Advance(states, steps);
        }

        return states;
    }

    /// <summary>One snapshot of each window, counted from the last, which is 1.</summary>
    public static States Column(States observed, int snapshots, int fromTheEnd)
    {
        var rows = new States(observed.Count / snapshots, observed.Size);
        for (var window = 0; window < rows.Count; window++)
        {
            observed[((window + 1) * snapshots) - fromTheEnd].CopyTo(rows[window]);
        }

        return rows;
    }

    /// <summary>
    /// Carries an ensemble about the last but one snapshot to the last; older snapshots are the same for all members.
    /// </summary>
    /// <param name="snapshots">Those of the window.</param>
    /// <param name="ensemble">The members.</param>
    /// <param name="window">Its number from 1, and the time of its last snapshot.</param>
    public void Forecast(States snapshots, States ensemble, (int Number, double Time) window)
    {
        now = window;
        if (needsOlder)
        {
            older = older?.Count == ensemble.Count ? older : new States(ensemble.Count, ensemble.Size);
            Repeat(snapshots[snapshots.Count - 3], older);
            members.Follow(ensemble, 1, () => ((IEquationModel)model).Advance(ensemble, [older]));
        }
        else
        {
            members.Advance(ensemble, steps);
        }
    }

    private static void Repeat(ReadOnlySpan<double> state, States rows)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            state.CopyTo(rows[row]);
        }
    }

    private static bool IsPair(IReadOnlyList<double> times, double step) =>
        times.Count >= 3
            && Math.Abs(times[^1] - times[^2] - step) < 1e-9 && Math.Abs(times[^2] - times[^3] - step) < 1e-9;
}
