using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Slow variables of runs and what the fast ones do to them.</summary>
/// <param name="Slow">Rows [run, time].</param>
/// <param name="Effects">What is added to their rates, of the same shape.</param>
internal sealed record TwoScaleRuns(States Slow, States Effects)
{
    private const double FirstFast = 0.1;

    /// <summary>Runs from drawn states.</summary>
    /// <param name="settings">The system.</param>
    /// <param name="slow">Its slow variables.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="spinUp">Time before the first look.</param>
    /// <param name="every">Time from one look to the next.</param>
    /// <param name="snapshots">Looks at each run.</param>
    /// <param name="random">Stream of the first states.</param>
    /// <param name="progress">Hears of the share that is done.</param>
    /// <param name="cancel">Stops the runs.</param>
    public static TwoScaleRuns Of(
        TwoScaleSettings settings, int slow, int runs, double spinUp, double every, int snapshots, RandomSource random,
        Action<double> progress, CancellationToken cancel)
    {
        var model = settings.Model(slow);
        var states = new States(runs, model.Size);
        for (var run = 0; run < runs; run++)
        {
            random[run].Normals(states[run]);
            for (var i = 0; i < model.Size; i++)
            {
                states[run][i] *= i < slow ? settings.Forcing / 2 : FirstFast;
            }
        }

        var kept = new TwoScaleRuns(new States(runs * snapshots, slow), new States(runs * snapshots, slow));
        for (var snapshot = 0; snapshot < snapshots; snapshot++)
        {
            cancel.ThrowIfCancellationRequested();
            model.Advance(states, (int)Math.Round((snapshot == 0 ? spinUp : every) / settings.TimeStep));
            for (var run = 0; run < runs; run++)
            {
                kept.Keep((run * snapshots) + snapshot, states[run], settings);
            }

            progress((snapshot + 1.0) / snapshots);
        }

        return kept;
    }

    private void Keep(int row, ReadOnlySpan<double> state, TwoScaleSettings settings)
    {
        state[..Slow.Size].CopyTo(Slow[row]);
        for (var k = 0; k < Slow.Size; k++)
        {
            var sum = 0.0;
            foreach (var fast in state.Slice(Slow.Size + (k * settings.FastPerSlow), settings.FastPerSlow))
            {
                sum += fast;
            }

            Effects[row][k] = settings.Exchange * sum;
        }
    }
}
