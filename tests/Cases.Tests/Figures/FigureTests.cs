using Sci.Cases.Figures;
using Sci.Numerics;
using Sci.Testing;

namespace Sci.Cases.Tests.Figures;

public sealed class FigureTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Names => [.. All().Select(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_of_figure_is_drawn_in_every_form(string name)
    {
        var figures = new FigureFolder(folder.FullName);
        var drawn = figures.Draw(All().Single(figure => figure.Name == name));
        Assert.Empty(figures.Notices);
        Assert.Equal(["pdf", "png", "svg"], drawn.Images.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("%PDF", Head(drawn.Images["pdf"]), StringComparison.Ordinal);
        Assert.Contains("PNG", Head(drawn.Images["png"]), StringComparison.Ordinal);
        Assert.Contains("</svg>", File.ReadAllText(drawn.Images["svg"]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_figure_makes_the_same_bytes(string name)
    {
        var figure = All().Single(figure => figure.Name == name);
        var first = new FigureFolder(folder["a"]).Draw(figure);
        var second = new FigureFolder(folder["b"]).Draw(figure);
        Assert.Equal(File.ReadAllBytes(first.Images["svg"]), File.ReadAllBytes(second.Images["svg"]));
        Assert.Equal(File.ReadAllBytes(first.Images["png"]), File.ReadAllBytes(second.Images["png"]));
        Assert.Equal(File.ReadAllBytes(first.Images["pdf"]), File.ReadAllBytes(second.Images["pdf"]));
        Assert.Contains("/CreationDate (D:1970", Text(first.Images["pdf"]), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(first.Script), File.ReadAllText(second.Script));
    }

    private static string Text(string path) => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path));

    [Fact]
    public void Scripts_and_data_are_what_a_reader_can_change()
    {
        var drawn = new FigureFolder(folder.FullName).Draw(All().OfType<CoefficientBars>().Single());
        Snapshot.Verify(
            File.ReadAllText(drawn.Script) + "\n" + File.ReadAllText(Path.ChangeExtension(drawn.Script, "dat")));
    }

    [Fact]
    public void Without_gnuplot_scripts_and_data_remain_and_one_sentence_says_so()
    {
        var figures = new FigureFolder(folder.FullName) { Program = "no-such-gnuplot" };
        foreach (var figure in All())
        {
            Assert.Empty(figures.Draw(figure).Images);
            Assert.True(File.Exists(folder[$"{figure.Name}.gp"]));
            Assert.True(File.Exists(folder[$"{figure.Name}.dat"]));
        }

        Assert.Equal(
            "no-such-gnuplot is not on this machine, so figures are left as scripts and data; "
            + "install it with: sudo apt-get install -y gnuplot-nox",
            Assert.Single(figures.Notices));
    }

    [Fact]
    public void What_gnuplot_refuses_is_told_in_its_own_words()
    {
        var figures = new FigureFolder(folder.FullName);
        var nothing = new Curves(
            "nothing", "", FigureAxis.Linear("x"), FigureAxis.Linear("y"), [Series.Of("u", [double.NaN], [1])]);
        Assert.Empty(figures.Draw(nothing).Images);
        Assert.StartsWith(
            $"gnuplot could not draw {folder["nothing.gp"]}: ", Assert.Single(figures.Notices), StringComparison.Ordinal);
    }

    internal static Figure[] All()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => 0.1 * i)];
        var blown = Field((t, i) => t < 5 ? Math.Sin(0.1 * i) : double.NaN);
        return
        [
            new Curves(
                "curves",
                "Two curves.",
                FigureAxis.Linear("time"),
                FigureAxis.Logarithmic("error of u_x in m s^-1"),
                [Series.Of("model's", x, [.. x.Select(Math.Exp)]), Series.Reference("climate", [0, 4], [2, 2])]),
            new CoefficientBars(
                "coefficients", "Bars.",
                [new("u^2*u_xx", -0.5, 0.01, -0.5), new("u_x", 0.2, 0.1, null), new("J(psi1,q1)", 0, 0, 1)]),
            new EvidencePath("evidence", "A path.", [new(0, -100, 1), new(1, 50, 0.1), new(2, 48, 0.09)], Chosen: 1),
            new RankHistogram("ranks", "Ranks.", [3, 5, 4, 4]),
            new FieldImages(
                "images",
                "Three images.",
                new Extent("x", 0, 10),
                new Extent("time", 0, 1),
                "u",
                IsMap: false,
                [new("truth", Field((t, i) => Math.Sin(0.1 * (i - t)))), new("blown up", blown), new(
                    "still", Field((_, _) => 0))]),
            new FieldImages(
                "map", "A map.", new Extent("x", 0, 10), new Extent("y", 0, 10), "q", IsMap: true,
                [new("q1", Field((y, x) => x - y))]),
        ];
    }

    private static States Field(Func<int, int, double> value)
    {
        var field = new States(30, 50);
        for (var row = 0; row < field.Count; row++)
        {
            for (var column = 0; column < field.Size; column++)
            {
                field[row][column] = value(row, column);
            }
        }

        return field;
    }

    private static string Head(string path) =>
        System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(path).AsSpan(0, 8));
}
