using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The model's forecast of a window's last snapshot from those before it.</summary>
internal sealed class OneStep
{
    private readonly SpectralModel model;
    private readonly int steps;
    private readonly bool needsOlder;

    /// <exception cref="ArgumentException">The intervals do not fit the model's steps.</exception>
    public OneStep(MedidaSettings settings, Equation equation)
    {
        var times = settings.Observations.Times;
        Interval = times[^1] - times[^2];
        needsOlder = settings.Model.Scheme == SchemeName.Cnab2;
        steps = (int)Math.Round(Interval / settings.Model.TimeStep);
        if (Math.Abs((steps * settings.Model.TimeStep) - Interval) > 1e-9 * Interval || (needsOlder && !IsPair(times, settings.Model.TimeStep)))
        {
            throw new ArgumentException(needsOlder
                ? "The two last intervals of observations.times must each be one model.time_step, which cnab2 needs."
                : "The last interval of observations.times must be a multiple of model.time_step.");
        }

        model = Schemes.Model(settings.Model.Scheme, equation, settings.Model.TimeStep);
    }

    /// <summary>Time from the last but one snapshot to the last.</summary>
    public double Interval { get; }

    /// <summary>The forecast from the snapshots of one window.</summary>
    public States Forecast(States snapshots)
    {
        var state = snapshots.Slice(snapshots.Count - 2, 1);
        Forecast(snapshots, state);
        return state;
    }

    /// <summary>Carries an ensemble about the last but one snapshot to the last; older snapshots are the same for all members.</summary>
    public void Forecast(States snapshots, States ensemble)
    {
        if (needsOlder)
        {
            model.Advance(ensemble, [Repeated(snapshots[snapshots.Count - 3], ensemble.Count)]);
        }
        else
        {
            model.Advance(ensemble, steps);
        }
    }

    private static States Repeated(ReadOnlySpan<double> state, int count)
    {
        var rows = new States(count, state.Length);
        for (var row = 0; row < count; row++)
        {
            state.CopyTo(rows[row]);
        }

        return rows;
    }

    private static bool IsPair(IReadOnlyList<double> times, double step) =>
        times.Count >= 3 && Math.Abs(times[^1] - times[^2] - step) < 1e-9 && Math.Abs(times[^2] - times[^3] - step) < 1e-9;
}
