using Sci.Cases.Data;
using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cases.Tests.Data;

/// <summary>The readers of users' files.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_text_file_gives_columns_with_units_and_what_is_missing()
    {
        File.WriteAllText(folder["a.csv"], "# made by hand\ntime [s], x [km],value\n0,1,2.5\n1,,NaN\r\n\n2,3,-1e-3\n");

        var source = DataSource.Open(folder["a.csv"]);

        Assert.Equal(["time", "x", "value"], source.Names);
        Assert.Equal(("s", "km", ""), (source.Read("time").Units, source.Read("x").Units, source.Read("value").Units));
        Assert.Equal([2.5, double.NaN, -1e-3], source.Read("value").Values);
        Assert.Equal([1, double.NaN, 3], source.Read("x").Values);
    }

    [Theory]
    [InlineData("time;x [km]\n0;1.5\n1;2.5\n")]
    [InlineData("time\tx [km]\n0\t1.5\n1\t2.5\n")]
    [InlineData("\uFEFF\"time\", \"x [km]\"\r\n\"0\", \"1.5\"\r\n\r\n1, \"2.5\" # by hand\r\n  \r\n")]
    public void Text_of_spreadsheets_has_the_separator_of_its_header(string text)
    {
        File.WriteAllText(folder["a.csv"], text);

        var source = DataSource.Open(folder["a.csv"]);

        Assert.Equal(["time", "x"], source.Names);
        Assert.Equal("km", source.Read("x").Units);
        Assert.Equal([0, 1], source.Read("time").Values);
        Assert.Equal([1.5, 2.5], source.Read("x").Values);
    }

    [Fact]
    public void Decimals_with_commas_are_refused_with_the_way_out()
    {
        File.WriteAllText(folder["a.csv"], "time;x\n0;1,5\n");

        Assert.Equal(
            "line 2, column x: `1,5` is no finite number; write decimals with a point",
            Assert.Throws<DataException>(() => DataSource.Open(folder["a.csv"])).Message.TrimEnd('.'));
    }

    [Fact]
    public void Arrays_of_NumPy_come_in_either_order_and_width()
    {
        Npy.Write(folder["c.npy"], [2, 3], [1, 2, 3, 4, 5, 6]);
        Npy.Write(folder["f.npy"], ">f4", true, "(2, 3)", [.. new float[] { 1, 4, 2, 5, 3, 6 }.SelectMany(
            value => BitConverter.GetBytes(value).Reverse())]);
        Npy.Write(folder["i.npy"], "<i2", false, "(3,)", [1, 0, 255, 255, 0, 1]);
        Npy.Write(folder["s.npy"], "<f8", false, "()", BitConverter.GetBytes(2.5));

        Assert.Equal([1, 2, 3, 4, 5, 6], DataSource.Open(folder["c.npy"]).Read("c").Values);
        Assert.Equal([1, 2, 3, 4, 5, 6], DataSource.Open(folder["f.npy"]).Read("f").Values);
        Assert.Equal([1, -1, 256], DataSource.Open(folder["i.npy"]).Read("i").Values);
        Assert.Equal([2.5], DataSource.Open(folder["s.npy"]).Read("s").Values);
    }

    [Theory]
    [InlineData("<f8", "(2, 3)", 40, "it holds 40 bytes of values, where its shape [2, 3] needs 48")]
    [InlineData(
        "<c16", "(2,)", 32, "its header lacks descr, fortran_order or shape, or the values are no plain numbers")]
    [InlineData("|O", "(2,)", 16, "or the values are no plain numbers")]
    [InlineData("<f8", "(-2,)", 16, "or shape, or")]
    [InlineData("<f8", "(99999999999,)", 16, "its shape `99999999999,` is not one")]
    public void A_damaged_array_is_told_in_one_sentence(string type, string shape, int bytes, string sentence)
    {
        Npy.Write(folder["a.npy"], type, false, shape, new byte[bytes]);

        Assert.Contains(sentence, Assert.Throws<DataException>(() => DataSource.Open(folder["a.npy"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(60)]
    [InlineData(130)]
    public void An_array_cut_short_anywhere_is_told(int length)
    {
        Npy.Write(folder["a.npy"], [4], [1, 2, 3, 4]);
        File.WriteAllBytes(folder["a.npy"], File.ReadAllBytes(folder["a.npy"])[..length]);

        _ = Assert.Throws<DataException>(() => DataSource.Open(folder["a.npy"]));
    }

    [Fact]
    public void Marks_of_missing_values_and_groups_of_HDF5_are_understood()
    {
        using (var file = Hdf5File.Create(folder["a.h5"]))
        {
            file.Write<float>("deep/u", [1, -999, 3], [3]);
            file.WriteString("note", "no numbers");
            using var dataset = file.Dataset("deep/u");
            dataset.Attributes.SetDouble("_FillValue", -999);
            dataset.Attributes.SetString("units", "m s-1");
        }

        var source = DataSource.Open(folder["a.h5"]);

        Assert.Equal(["deep/u"], source.Names);
        Assert.Equal([0.01, double.NaN, 0.03], source.Read("deep/u").In("cm/s").Values.Select(value => value / 1e4));
        Assert.Equal("deep/u[1]", source.Read("deep/u").At(1));
    }

    [Theory]
    [InlineData("h", "s", 3600.0)]
    [InlineData("hours since 2001-01-01", "d", 1 / 24.0)]
    [InlineData("", "km", 1.0)]
    [InlineData("K", "K", 1.0)]
    [InlineData("km", "s", null)]
    [InlineData("furlong", "m", null)]
    public void Units_are_turned_where_they_can_be(string from, string to, double? factor) =>
        Assert.Equal(factor, Unit.Factor(from, to));
}
