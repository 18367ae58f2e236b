using Sci.Testing;

namespace Sci.Hdf5.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = folder["truth.h5"];
        Assert.Equal($"{path}: there is no such file.", Message(() => Hdf5File.OpenRead(path)));
    }

    [Fact]
    public void A_file_that_is_not_HDF5_is_named()
    {
        var path = folder["notes.h5"];
        File.WriteAllText(path, "not HDF5");
        Assert.Equal($"{path}: unable to open file: file signature not found.", Message(() => Hdf5File.OpenRead(path)));
    }

    [Fact]
    public void A_file_that_was_cut_short_is_named()
    {
        var path = Written();
        using (var stream = File.OpenWrite(path))
        {
            stream.SetLength(stream.Length - 1);
        }

        Assert.StartsWith($"{path}: unable to open file: truncated file", Message(() => Hdf5File.OpenRead(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_and_never_worse()
    {
        // Without lists of strings: libhdf5 1.10.8 itself crashes on damaged ones (docs/files.md).
        using (var file = Hdf5File.Create(folder["whole.h5"]))
        {
            file.WriteScale<double>("x", [0, 1, 2], "m", "position", Layout.Appendable(2, compression: 4));
            file.WriteField<double>("u", [1, 2, 3], ["x"], "m s-1", "velocity");
            file.WriteInts("analysis/steps", [1, 2], [2]);
        }

        var whole = File.ReadAllBytes(folder["whole.h5"]);
        var refused = Enumerable.Range(0, 2000).Count(mutation => IsRefused(whole, mutation));
        Assert.InRange(refused, 100, 1900);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var path = folder["nowhere/truth.h5"];
        var message = Message(() => Hdf5File.Create(path));
        Assert.StartsWith($"{path}: unable to create file", message, StringComparison.Ordinal);
        Assert.Contains("No such file or directory", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_dataset_is_named_beside_those_that_are_there()
    {
        using var file = Hdf5File.OpenRead(Written());
        Assert.Equal(
            $"{file.FilePath}: / has no dataset v; it has names, steps, u.", Message(() => file.ReadDoubles("v")));
        Assert.Equal($"{file.FilePath}: / has no group v/w; it has names, steps, u.", Message(() => file.Group("v/w")));
    }

    [Fact]
    public void A_dataset_that_is_no_group_is_named()
    {
        using var file = Hdf5File.OpenRead(Written());
        Assert.StartsWith(
            $"{file.FilePath}: /u: unable to open group", Message(() => file.Group("u")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_wrong_type_is_named()
    {
        using var file = Hdf5File.OpenRead(Written());
        Assert.Equal(
            $"{file.FilePath}: /names holds strings, which cannot be read as Double without loss.",
            Message(() => file.ReadDoubles("names")));
        Assert.Equal(
            $"{file.FilePath}: /u holds 64-bit floats, which cannot be read as Int64 without loss.",
            Message(() => file.ReadLongs("u")));
        Assert.Equal(
            $"{file.FilePath}: /steps holds 64-bit integers, which cannot be read as Int32 without loss.",
            Message(() => file.ReadInts("steps")));
        Assert.Equal($"{file.FilePath}: /u holds 64-bit floats, not strings.", Message(() => file.ReadStrings("u")));
        Assert.Equal($"{file.FilePath}: u holds 2 values where one was expected.", Message(() => file.ReadDouble("u")));
    }

    [Fact]
    public void A_missing_attribute_is_named()
    {
        using var file = Hdf5File.OpenRead(Written());
        Assert.Equal($"{file.FilePath}: / has no attribute units.", Message(() => file.Attributes.GetString("units")));
    }

    [Fact]
    public void Nothing_is_written_to_a_file_opened_to_read()
    {
        using var file = Hdf5File.OpenRead(Written());
        Assert.Contains("no write intent", Message(() => file.WriteDouble("v", 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dataset_is_not_overwritten()
    {
        using var file = Hdf5File.Open(Written());
        Assert.Contains("name already exists", Message(() => file.WriteDouble("u", 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dataset_that_cannot_grow_says_so()
    {
        using var file = Hdf5File.Open(Written());
        using var u = file.Dataset("u");
        Assert.StartsWith($"{file.FilePath}: /u: unable to set dataset extent", Message(() => u.Append<double>([1])), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_do_not_fill_the_shape_are_refused()
    {
        using var file = Hdf5File.Create(folder["b.h5"]);
        var error = Assert.Throws<ArgumentException>(() => file.WriteDoubles("u", [1, 2, 3], [2, 2]));
        Assert.Equal($"{file.FilePath}: /u: 3 values do not fill the shape [2, 2].", error.Message);
        Assert.Empty(file.Names);
    }

    [Fact]
    public void Rows_that_are_not_there_are_refused()
    {
        using var file = Hdf5File.OpenRead(Written());
        using var u = file.Dataset("u");
        var error = Assert.Throws<ArgumentException>(() => u.ReadRows<double>(1, new double[2]));
        Assert.Equal($"{file.FilePath}: /u has 2 rows; rows 1 to 2 are not all there.", error.Message);
    }

    [Fact]
    public void A_dataset_lives_no_longer_than_its_file()
    {
        var file = Hdf5File.OpenRead(Written());
        var u = file.Dataset("u");
        file.Dispose();
        Assert.Throws<Hdf5Exception>(() => u.Shape);
        Assert.Throws<ObjectDisposedException>(() => file.ReadDoubles("u"));
        u.Dispose();
    }

    private static string Message(Func<object> action) => Assert.Throws<Hdf5Exception>(action).Message;

    private static string Message(Action action) => Assert.Throws<Hdf5Exception>(action).Message;

    private bool IsRefused(byte[] whole, int mutation)
    {
        var bytes = whole.ToArray();
        var bit = mutation * 7919 % (8 * bytes.Length);
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        File.WriteAllBytes(folder["bad.h5"], mutation % 10 == 0 ? bytes[..(bit / 8)] : bytes);
        try
        {
            using var file = Hdf5File.OpenRead(folder["bad.h5"]);
            _ = (file.ReadDoubles("x"), file.ReadDoubles("u"), file.ReadInts("analysis/steps"));
            using var u = file.Dataset("u");
            _ = (u.Shape, u.Attributes.Names, u.Attributes.GetString("units"));
            return false;
        }
        catch (Hdf5Exception)
        {
            return true;
        }
    }

    private string Written()
    {
        var path = folder["a.h5"];
        using var file = Hdf5File.Create(path);
        file.WriteDoubles("u", [1, 2], [2]);
        file.WriteStrings("names", ["a"]);
        file.WriteLongs("steps", [1], [1]);
        return path;
    }
}
