using Sci.Cases.Files;
using Sci.Hdf5;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A run of a model, which keeps states on its way and goes on from the checkpoint of one that died.</summary>
/// <remarks>
/// It stops at the same steps whether it was saved or not, so that its bits are those of a run in one piece. What is
/// followed comes from the states that are kept, and is not saved.
/// </remarks>
internal sealed class SolveRun
{
    private readonly Run run;
    private readonly States kept;
    private readonly int interval;
    private readonly long begins;

    private SolveRun(SolveSettings settings, IModel model, States start, SavedRun saved, States kept)
    {
        run = new Run(model, saved) { Watches = Solved.Watches(settings, model), Kick = Stirring(settings) };
        this.kept = kept;
        interval = (int)Math.Round(settings.Interval / model.TimeStep);
        begins = (long)Math.Round(settings.SpinUp / model.TimeStep);
        if (run.Steps > 0)
        {
            // What is to be kept was set by the first state.
            foreach (var watch in run.Watches)
            {
                watch.Look(0, 0, start[0]);
            }
        }
    }

    // Number of states kept at earlier steps than the present one.
    private int Past => run.Steps <= begins ? 0 : (int)((run.Steps - begins - 1) / interval) + 1;

    /// <summary>From the first state, or from where a checkpoint says that another had come.</summary>
    public static SolveRun Begin(SolveSettings settings, string folder, Checkpoint checkpoint)
    {
        var model = Solved.Model((ModelSystemSettings)settings.System, settings.Interval);
        var start = Solved.Start(settings, folder);
        var kept = new States(settings.Saves + 1, start.Size);
        var saved = checkpoint.TryRead(file => Read(file, kept), out var found)
            ? found
            : new SavedRun(start.Clone(), [], 0);
        return new SolveRun(settings, model, start, saved, kept);
    }

    /// <summary>Goes on to the last state that is kept.</summary>
    public Solution Finish(
        SolveSettings settings, Checkpoint checkpoint, Action<double> progress, CancellationToken cancel)
    {
        var follower = new SolveFollower(settings);
        for (var row = 0; row < Past; row++)
        {
            follower.Follow(kept[row]);
        }

        while (true)
        {
            var row = Past;
            if (run.Steps == begins + ((long)row * interval))
            {
                run.Advance(0);
                run.States[0].CopyTo(kept[row]);
                follower.Follow(kept[row]);
                if (row == kept.Count - 1)
                {
                    double[] times = [.. Enumerable.Range(0, kept.Count).Select(i => i * settings.Interval)];
                    return follower.Solution(times, kept, run.Steps);
                }
            }

            cancel.ThrowIfCancellationRequested();
            Advance();
            progress((double)run.Steps / (begins + ((long)settings.Saves * interval)));
            if (checkpoint.IsDue)
            {
                checkpoint.Save(Write);
            }
        }
    }

    // To the next state that is kept, to the next look, or by an interval before the first state.
    private void Advance()
    {
        var (from, end) = run.Steps < begins ? (0, begins) : (begins, long.MaxValue);
        var next = Math.Min(end, from + (((run.Steps - from) / interval) + 1) * interval);
        run.Advance((int)Math.Min(next - run.Steps, run.StepsBetweenLooks - (run.Steps % run.StepsBetweenLooks)));
    }

    private void Write(Hdf5Container file)
    {
        var (saved, size) = (run.Saved(), kept.Size);
        var (states, past) = (new States(1 + saved.Earlier.Count, size), Past);
        for (var lag = 0; lag < states.Count; lag++)
        {
            (lag == 0 ? saved.States : saved.Earlier[lag - 1])[0].CopyTo(states[lag]);
        }

        file.Write<long>("steps", [saved.Steps], [1]);
        file.Write<double>("states", states.Values, [states.Count, size]);
        file.Write<double>("kept", kept.Values[..(past * size)], [past, size]);
    }

    private static SavedRun Read(Hdf5Container file, States kept)
    {
        file.Read<double>("kept").CopyTo(kept.Values);
        var values = file.Read<double>("states");
        var states = new States(values.Length / kept.Size, kept.Size, values);
        States[] rows = [.. Enumerable.Range(0, states.Count).Select(row => states.Slice(row, 1))];
        return new SavedRun(rows[0], rows[1..], file.Read<long>("steps")[0]);
    }

    private static RingForcing? Stirring(SolveSettings settings) =>
        settings.Stirring is not { } ring ? null : new RingForcing(
        settings.System.Grid, ring.Wavenumber, ring.HalfWidth, ring.Rate, 0,
        new RandomSource(settings.Seed)["stirring"]);
}
