using Sci.Cases.Files;
using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cases.Tests.Files;

public sealed class StageStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_result_is_computed_once_and_then_read()
    {
        var first = Run(Truth("dt: 0.1"), 1);
        var second = Run(Truth("dt: 0.1"), 2);
        Assert.Equal(new Staged<double>(1, WasRead: false), first);
        Assert.Equal(new Staged<double>(1, WasRead: true), second);
    }

    [Fact]
    public void Other_settings_compute_it_anew()
    {
        Run(Truth("dt: 0.1"), 1);
        Assert.Equal(new Staged<double>(2, WasRead: false), Run(Truth("dt: 0.2"), 2));
        Assert.Equal(new Staged<double>(2, WasRead: true), Run(Truth("dt: 0.2"), 3));
    }

    [Fact]
    public void Other_inputs_change_the_fingerprint()
    {
        var a = Fingerprint.Of("1-truth", "dt: 0.1");
        var b = Fingerprint.Of("1-truth", "dt: 0.2");
        Fingerprint[] all =
        [
            a,
            b,
            Fingerprint.Of("2-observations", "", a),
            Fingerprint.Of("2-observations", "", b),
            Fingerprint.Of("2-observations", "", a, b),
            Fingerprint.Of("2-observations", "", b, a),
            Fingerprint.Of("2-observation", "s", a),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(a, Fingerprint.Of("1-truth", "dt: 0.1"));
    }

    [Fact]
    public void A_file_carries_its_settings_and_opens_in_other_tools()
    {
        Run(Truth("dt: 0.1"), 1);
        using var file = Hdf5File.OpenRead(folder["1-truth.h5"]);
        Assert.Equal("dt: 0.1", file.Attributes.GetString("settings"));
        Assert.Equal(Truth("dt: 0.1").Fingerprint.Hex, file.Attributes.GetString("fingerprint"));
        Assert.Equal(1, file.ReadDouble("value"));
    }

    [Fact]
    public void The_same_result_makes_the_same_bytes()
    {
        Run(Truth("dt: 0.1"), 1);
        var first = File.ReadAllBytes(folder["1-truth.h5"]);
        File.Delete(folder["1-truth.h5"]);
        Run(Truth("dt: 0.1"), 1);
        Assert.Equal(first, File.ReadAllBytes(folder["1-truth.h5"]));
    }

    [Fact]
    public void Every_flipped_bit_and_every_cut_is_noticed_and_the_file_left_alone()
    {
        Run(Truth("dt: 0.1"), 1);
        var whole = File.ReadAllBytes(folder["1-truth.h5"]);
        for (var at = 0; at < whole.Length; at += 13)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= (byte)(1 << (at % 8));
            AssertRefused(flipped);
            AssertRefused(whole[..at]);
        }
    }

    [Fact]
    public void A_file_of_another_program_is_left_alone()
    {
        using (var file = Hdf5File.Create(folder["1-truth.h5"]))
        {
            file.WriteDouble("value", 7);
        }

        AssertRefused(File.ReadAllBytes(folder["1-truth.h5"]));
    }

    [Fact]
    public void A_file_of_another_stage_is_left_alone()
    {
        Run(Truth("dt: 0.1"), 1);
        File.Move(folder["1-truth.h5"], folder["2-observations.h5"]);
        var other = new Stage("2-observations", "", Fingerprint.Of("2-observations", ""));
        var error = Assert.Throws<StageException>(() => Run(other, 2));
        Assert.StartsWith($"{folder["2-observations.h5"]} is not the file of stage 2-observations;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_whose_writing_fails_leaves_the_earlier_file()
    {
        Run(Truth("dt: 0.1"), 1);
        var before = File.ReadAllBytes(folder["1-truth.h5"]);
        using (var store = new StageStore(folder.FullName))
        {
            Assert.Throws<InvalidOperationException>(() => store.GetOrCompute(
                Truth("dt: 0.2"), Read, _ => 2.0, (_, _) => throw new InvalidOperationException("no")));
        }

        Assert.Equal(before, File.ReadAllBytes(folder["1-truth.h5"]));
        Assert.Equal([".lock", "1-truth.h5"], Names());
    }

    [Fact]
    public void Two_runs_do_not_share_a_folder()
    {
        using var first = new StageStore(folder.FullName);
        var error = Assert.Throws<StageException>(() => new StageStore(folder.FullName));
        Assert.Equal(
            $"Another run is writing in {folder.FullName}; wait for it, stop it, or choose another folder.",
            error.Message);
    }

    [Fact]
    public void A_folder_is_free_again_after_a_run()
    {
        new StageStore(folder.FullName).Dispose();
        new StageStore(folder.FullName).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_sentence()
    {
        File.WriteAllText(folder["taken"], "");
        var error = Assert.Throws<StageException>(() => new StageStore(folder["taken"]));
        Assert.StartsWith($"Nothing can be written in {folder["taken"]} (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_is_resumed_by_the_same_stage_and_gone_when_it_ends()
    {
        using var store = new StageStore(folder.FullName);
        Assert.Throws<InvalidOperationException>(() => store.GetOrCompute(
            Truth("dt: 0.1"),
            Read,
            checkpoint =>
            {
                checkpoint.Save(file => file.WriteDouble("value", 0.5));
                throw new InvalidOperationException("killed");
            },
            Write));
        var resumed = store.GetOrCompute(
            Truth("dt: 0.1"), Read, checkpoint => checkpoint.TryRead(Read, out var half) ? half + 0.25 : 0, Write);
        Assert.Equal(0.75, resumed.Value);
        Assert.Equal([".lock", "1-truth.h5"], Names());
    }

    [Fact]
    public void A_checkpoint_of_other_settings_or_one_that_is_damaged_counts_as_none()
    {
        using var store = new StageStore(folder.FullName) { CheckpointInterval = TimeSpan.Zero };
        Leave(store, Truth("dt: 0.1"));
        Assert.Equal(0, Resume(store, Truth("dt: 0.2")));
        Leave(store, Truth("dt: 0.3"));
        File.AppendAllText(folder["1-truth.checkpoint.h5"], "x");
        Assert.Equal(0, Resume(store, Truth("dt: 0.3")));
    }

    private static void Leave(StageStore store, Stage stage) => Assert.Throws<InvalidOperationException>(() =>
        store.GetOrCompute(
            stage,
            Read,
            checkpoint =>
            {
                Assert.True(checkpoint.IsDue);
                checkpoint.Save(file => file.WriteDouble("value", 0.5));
                throw new InvalidOperationException("killed");
            },
            Write));

    private static double Resume(StageStore store, Stage stage) =>
        store.GetOrCompute(stage, Read, checkpoint => checkpoint.TryRead(Read, out var half) ? half : 0, Write).Value;

    private static Stage Truth(string settings) => new("1-truth", settings, Fingerprint.Of("1-truth 1", settings));

    private static double Read(Hdf5Container file) => file.ReadDouble("value");

    private static void Write(Hdf5Container file, double value) => file.WriteDouble("value", value);

    private Staged<double> Run(Stage stage, double value)
    {
        using var store = new StageStore(folder.FullName);
        return store.GetOrCompute(stage, Read, _ => value, Write);
    }

    private void AssertRefused(byte[] bytes)
    {
        File.WriteAllBytes(folder["1-truth.h5"], bytes);
        var error = Assert.Throws<StageException>(() => Run(Truth("dt: 0.1"), 2));
        Assert.Equal(
            $"{folder["1-truth.h5"]} is cut short, or was changed or made by another program; "
            + "move it away or delete it, and run again to compute it anew.",
            error.Message);
        Assert.Equal(bytes, File.ReadAllBytes(folder["1-truth.h5"]));
    }

    private string[] Names() =>
        [.. Directory.GetFiles(folder.FullName).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
