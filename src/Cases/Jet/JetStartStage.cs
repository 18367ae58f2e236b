using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Hdf5;
using Sci.Numerics;
using Sci.Reader;

namespace Sci.Cases;

/// <summary>Snapshots of the truth's climate: read from a file, or run up to.</summary>
internal static class JetStartStage
{
    // Time between two looks at progress, Ctrl-C and the clock of checkpoints.
    private const double Stride = 10;

    public static States FromFile(string folder, JetStartFile settings)
    {
        var path = Path.Combine(folder, settings.File);
        if (!File.Exists(path))
        {
            throw new SettingsException(new Place(path),
                "there is no such file of start states; run the experiment spin-up and copy its 0-start.h5 here.");
        }

        var values = ForeignFile.Read(path, "q");
        return values.Length > 0 && values.Length % (2 * JetFlow.Points) == 0
            ? Snapshots(values)
            : throw new SettingsException(new Place(path),
                $"q holds {values.Length} values, where snapshots of {2 * JetFlow.Points} are wanted.");
    }

    /// <summary>Runs the truth from small noise; goes on from the checkpoint of a run that died.</summary>
    public static States SpinUp(JetSettings settings, JetSpinUp spinUp, Checkpoint checkpoint, RandomSource random,
        Action<double> progress, CancellationToken cancel)
    {
        var model = JetFlow.Model(settings.TrueJet, settings.TruthTimeStep ?? settings.TimeStep);
        var snapshots = new States(spinUp.Snapshots, 2 * JetFlow.Points);
        var end = spinUp.SpinUp + ((spinUp.Snapshots - 1) * spinUp.Apart);
        if (!checkpoint.TryRead(file => (Time: file.Attributes.GetDoubles("time")[0], Rows: Read(file)), out var at))
        {
            at = (0, Noise(random));
        }

        var (time, state) = (at.Time, at.Rows.Slice(at.Rows.Count - 1, 1));
        at.Rows.Values[..^state.Size].CopyTo(snapshots.Values);
        var taken = at.Rows.Count - 1;
        while (taken < spinUp.Snapshots)
        {
            cancel.ThrowIfCancellationRequested();
            var next = spinUp.SpinUp + (taken * spinUp.Apart);
            var span = Math.Min(Stride, next - time);
            model.Advance(state, (int)Math.Round(span / model.TimeStep));
            time += span;
            if (next - time < model.TimeStep / 2)
            {
                state[0].CopyTo(snapshots[taken++]);
            }

            progress(time / end);
            if (checkpoint.IsDue)
            {
                checkpoint.Save(file =>
                {
                    file.Attributes.SetDoubles("time", [time]);
                    var rows = new States(taken + 1, state.Size);
                    snapshots.Values[..(taken * state.Size)].CopyTo(rows.Values);
                    state[0].CopyTo(rows[taken]);
                    file.Write<double>("q", rows.Values, [rows.Count, 2, 192, 96]);
                });
            }
        }

        return snapshots;
    }

    public static void Write(Hdf5Container file, States snapshots)
    {
        float[] single = [.. snapshots.Values.ToArray().Select(value => (float)value)];
        file.Write<float>("q", single, [snapshots.Count, 2, JetFlow.Grid.Axes[0].Points, JetFlow.Grid.Axes[1].Points]);
    }

    /// <summary>Snapshots as single precision holds them, wherever they came from.</summary>
    public static States Read(Hdf5Container file) => Snapshots(file.Read<double>("q"));

    private static States Snapshots(double[] values) =>
        new(values.Length / (2 * JetFlow.Points), 2 * JetFlow.Points, values);

    private static States Noise(RandomSource random)
    {
        var state = new States(1, 2 * JetFlow.Points);
        random.Normals(state.Values);
        foreach (ref var value in state.Values)
        {
            value *= 0.01;
        }

        return state;
    }
}
