using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>A model whose forecasts of an ensemble are looked at: now at one member, now at the next.</summary>
/// <remarks>
/// The calls are carried out as they come, so that watching changes no bit. Members of an ensemble are alike, and a
/// grid too coarse for one is so for all: looks at one in turn find it at a cost that does not grow with the ensemble.
/// Where the model is a <see cref="SpectralModel"/> there is a spectrum to look at, and the model itself finds values
/// that are not finite, in any member; of any other model all members are asked for those, and nothing else.
/// </remarks>
/// <param name="model">Carries the members.</param>
/// <param name="now">The cycle that is under way, from 1, and when its forecasts end. What runs in cycle 0, before the
/// first, is not looked at.</param>
public sealed class WatchedEnsemble(IModel model, Func<(int Cycle, double Time)> now) : IModel
{
    private readonly HealthCheck? check = model is SpectralModel spectral ? new HealthCheck(spectral) : null;
    private readonly List<EnsembleLook> looks = [];
    private long steps;

    /// <summary>Steps of single members for each look at one; the first forecast gets one in any case.</summary>
    public int StepsBetweenLooks { get; init; } = 4000;

    /// <summary>All looks, in their order.</summary>
    public IReadOnlyList<EnsembleLook> Looks => looks;

    /// <inheritdoc/>
    public Grid Grid => model.Grid;

    /// <inheritdoc/>
    public double TimeStep => model.TimeStep;

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">Members left the finite numbers; it names them and the cycle.</exception>
    public void Advance(States states, int steps = 1) => Follow(states, steps, () => model.Advance(states, steps));

    /// <summary>Looks at a forecast that is made otherwise, such as with a history.</summary>
    /// <param name="states">The members, carried forward in place.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="advance">Carries them.</param>
    /// <exception cref="BlowUpException">Members left the finite numbers; it names them and the cycle.</exception>
    public void Follow(States states, int steps, Action advance)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(advance);
        var (cycle, time) = now();
        if (cycle == 0)
        {
            advance();
            return;
        }

        var seen = Due(states.Count, steps);
        var before = Array.ConvertAll(seen, member => check!.SpectralTail(states[member]));
        try
        {
            advance();
            if (check is null)
            {
                RequireFinite(states);
            }
        }
        catch (BlowUpException failure)
        {
            throw failure.InCycle(cycle, time);
        }

        for (var i = 0; i < seen.Length; i++)
        {
            var health = check!.Of(states[seen[i]]);
            looks.Add(new EnsembleLook(
                cycle, time, seen[i], before[i], health.SpectralTail, health.CourantNumber));
        }
    }

    private void RequireFinite(States states)
    {
        var failed = new int[states.Count];
        for (var member = 0; member < failed.Length; member++)
        {
            failed[member] = SpectralCore.AllFinite(states[member]) ? 0 : 1;
        }

        Rows.ThrowFirst(failed, (member, _) => new BlowUpException(
            member, 0, "is no longer finite", FormattableString.Invariant($"take a time step below {TimeStep}")));
    }

    // The members whose turn it is, by the number of steps that all have taken by now.
    private int[] Due(int members, int taken)
    {
        if (check is null || members == 0)
        {
            return [];
        }

        steps += (long)members * taken;
        var due = Math.Clamp(1 + (steps / StepsBetweenLooks) - looks.Count, 0, members);
        return [.. Enumerable.Range(looks.Count, (int)due).Select(look => look % members)];
    }
}
