using Sci.Testing;

namespace Sci.Hdf5.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<Layout> Layouts =>
        [Layout.Contiguous, Layout.Compressed(rows: 2), Layout.Appendable(rows: 3), Layout.Appendable(
            rows: 1, compression: 9)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Doubles_come_back_to_the_last_bit(Layout layout)
    {
        double[] values = [1.0 / 3, -0.0, double.NaN, double.PositiveInfinity, double.Epsilon, double.MaxValue];
        using (var file = Hdf5File.Create(folder["a.h5"]))
        {
            file.WriteDoubles("u", values, [3, 2], layout);
        }

        using var again = Hdf5File.OpenRead(folder["a.h5"]);
        Assert.Equal(
            values.Select(BitConverter.DoubleToInt64Bits),
            again.ReadDoubles("u").Select(BitConverter.DoubleToInt64Bits));
        using var dataset = again.Dataset("u");
        Assert.Equal([3, 2], dataset.Shape);
    }

    [Fact]
    public void Whole_numbers_texts_and_single_values_come_back()
    {
        using (var file = Hdf5File.Create(folder["a.h5"]))
        {
            file.WriteInts("ints", [int.MinValue, 0, int.MaxValue], [3]);
            file.WriteLongs("deep/er/longs", [long.MinValue, long.MaxValue], [2, 1]);
            file.WriteStrings("terms", ["u*u_x", "∂û/∂t", ""]);
            file.WriteDouble("nu", 0.5);
            file.WriteLong("seed", 42);
            file.WriteString("equation", "u_t = -u*u_x");
            file.Write<float>("weights", [1.5f, -2f], [2]);
            file.WriteDoubles("empty", [], [0, 5]);
        }

        using var again = Hdf5File.OpenRead(folder["a.h5"]);
        Assert.Equal([int.MinValue, 0, int.MaxValue], again.ReadInts("ints"));
        Assert.Equal([long.MinValue, long.MaxValue], again.ReadLongs("/deep/er/longs"));
        Assert.Equal(["u*u_x", "∂û/∂t", ""], again.ReadStrings("terms"));
        Assert.Equal(0.5, again.ReadDouble("nu"));
        Assert.Equal(42, again.ReadLong("seed"));
        Assert.Equal("u_t = -u*u_x", again.ReadString("equation"));
        Assert.Equal([1.5f, -2f], again.Read<float>("weights"));
        Assert.Equal([1.5, -2], again.ReadDoubles("weights"));
        Assert.Empty(again.ReadDoubles("empty"));
        Assert.Equal(["deep", "empty", "equation", "ints", "nu", "seed", "terms", "weights"], again.Names);
    }

    [Fact]
    public void Groups_hold_datasets_and_groups()
    {
        using (var file = Hdf5File.Create(folder["a.h5"]))
        using (var group = file.CreateGroup("analysis/increments"))
        {
            group.WriteDoubles("mean", [1, 2], [2]);
            group.Attributes.SetString("kind", "analysis minus forecast");
        }

        using var again = Hdf5File.OpenRead(folder["a.h5"]);
        using var inner = again.Group("analysis");
        using var innermost = inner.Group("increments");
        Assert.Equal("/analysis/increments", innermost.Path);
        Assert.Equal([1, 2], innermost.ReadDoubles("mean"));
        Assert.Equal("analysis minus forecast", innermost.Attributes.GetString("kind"));
        Assert.True(again.Contains("analysis/increments/mean"));
        Assert.False(again.Contains("analysis/nothing/mean"));
    }

    [Fact]
    public void Attributes_come_back_and_can_be_replaced()
    {
        using (var file = Hdf5File.Create(folder["a.h5"]))
        {
            file.WriteDoubles("u", [1, 2], [2]);
            using var u = file.Dataset("u");
            u.Describe("m s-1", "velocity");
            u.Attributes.SetDouble("noise", 0.1);
            u.Attributes.SetDoubles("bounds", [-1, 1]);
            u.Attributes.SetInts("shape", [1, 2, 3]);
            u.Attributes.SetLong("seed", long.MaxValue);
            u.Attributes.SetStrings("terms", ["u_xx", "u*u_x"]);
            u.Attributes.SetDouble("noise", 0.2);
        }

        using var again = Hdf5File.OpenRead(folder["a.h5"]);
        using var read = again.Dataset("u");
        Assert.Equal("m s-1", read.Attributes.GetString("units"));
        Assert.Equal("velocity", read.Attributes.GetString("long_name"));
        Assert.Equal(0.2, read.Attributes.GetDouble("noise"));
        Assert.Equal([-1, 1], read.Attributes.GetDoubles("bounds"));
        Assert.Equal([1, 2, 3], read.Attributes.GetInts("shape"));
        Assert.Equal(long.MaxValue, read.Attributes.GetLong("seed"));
        Assert.Equal(["u_xx", "u*u_x"], read.Attributes.GetStrings("terms"));
        Assert.Equal(["bounds", "long_name", "noise", "seed", "shape", "terms", "units"], read.Attributes.Names);
        Assert.True(read.Attributes.Contains("units"));
        Assert.False(read.Attributes.Contains("unit"));
    }

    [Fact]
    public void A_text_attribute_may_be_longer_than_an_object_header()
    {
        var settings = string.Concat(Enumerable.Repeat("time_step: 0.001\n", 20_000));
        using (var file = Hdf5File.Create(folder["a.h5"]))
        {
            file.Attributes.SetString("settings", settings);
        }

        using var again = Hdf5File.OpenRead(folder["a.h5"]);
        Assert.Equal(settings, again.Attributes.GetString("settings"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Rows_are_appended_replaced_and_read_in_parts(int compression)
    {
        using (var file = Hdf5File.Create(folder["a.h5"]))
        using (var rows = file.Create<double>("u", [0, 3], Layout.Appendable(rows: 4, compression)))
        {
            for (var row = 0; row < 10; row++)
            {
                rows.Append<double>([row, row + 0.25, row + 0.5]);
            }

            rows.WriteRows<double>(9, [-1, -2, -3]);
        }

        using var again = Hdf5File.OpenRead(folder["a.h5"]);
        using var read = again.Dataset("u");
        var part = new double[6];
        read.ReadRows<double>(8, part);
        Assert.Equal([10, 3], read.Shape);
        Assert.Equal([8, 8.25, 8.5, -1, -2, -3], part);
    }

    [Fact]
    public void An_appended_file_can_be_opened_and_grown_again()
    {
        using (var file = Hdf5File.Create(folder["a.h5"]))
        {
            file.WriteScale<double>("time", [0], "s", "time", Layout.Appendable(64));
        }

        using (var file = Hdf5File.Open(folder["a.h5"]))
        using (var time = file.Dataset("time"))
        {
            time.Append<double>([1, 2]);
        }

        using var again = Hdf5File.OpenRead(folder["a.h5"]);
        Assert.Equal([0, 1, 2], again.ReadDoubles("time"));
    }

    [Fact]
    public void Fields_take_their_shape_from_their_scales()
    {
        using var file = Hdf5File.Create(folder["a.h5"]);
        file.WriteScale<double>("time", [0, 1], "1", "time");
        file.WriteScale<double>("x", [0, 0.5, 1], "1", "position");
        file.WriteField<double>("u", [1, 2, 3, 4, 5, 6], ["time", "x"], "1", "velocity");
        using var u = file.Dataset("u");
        using var x = file.Dataset("x");
        Assert.Equal([2, 3], u.Shape);
        Assert.True(x.IsScale);
        Assert.False(u.IsScale);
    }

    [Fact]
    public void Threads_take_turns()
    {
        var sums = new double[8];
        Parallel.For(0, sums.Length, i =>
        {
            var path = folder[$"{i}.h5"];
            for (var repeat = 0; repeat < 20; repeat++)
            {
                using (var file = Hdf5File.Create(path))
                {
                    file.WriteDoubles("u", [i, repeat], [2]);
                }

                using var again = Hdf5File.OpenRead(path);
                sums[i] += again.ReadDoubles("u")[0];
            }
        });
        Assert.Equal(Enumerable.Range(0, sums.Length).Select(i => 20.0 * i), sums);
    }
}
