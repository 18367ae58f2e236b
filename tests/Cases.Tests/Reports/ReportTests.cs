using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Testing;

namespace Sci.Cases.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_text_report_says_all_of_it()
    {
        Report.Write(folder.FullName, Small());
        Snapshot.Verify(File.ReadAllText(folder["report.md"]));
    }

    [Fact]
    public void The_page_carries_its_figures_and_asks_for_nothing_else()
    {
        Report.Write(folder.FullName, Small());
        var page = File.ReadAllText(folder["report.html"]);
        Assert.Contains(
            "<img alt=\"Error of forecasts.\" src=\"data:image/svg+xml;base64,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        foreach (var link in page.Split("href=\"").Skip(1).Select(
            rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]))
        {
            Assert.True(link == "data:," || File.Exists(folder[link]), link);
        }
    }

    [Fact]
    public void Text_of_the_case_is_text_on_the_page()
    {
        var hostile = "<img src=x onerror=alert(1)> & \"quoted\"";
        Report.Write(folder.FullName, Small() with
        {
            Title = hostile,
            Sentence = hostile,
            Settings = hostile,
            Equations = [new(hostile, hostile, hostile)],
            Terms = [new(hostile, 1, 0, null)],
            Metrics = [new(hostile, hostile, 1, hostile)],
            Limits = [hostile],
            Notices = [hostile],
        });
        Assert.DoesNotContain("<img src=x", File.ReadAllText(folder["report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Equations_are_set_as_in_a_paper()
    {
        Report.Write(folder.FullName, Small() with
        {
            Equations = [new(
                "model", "u_t = -u*u_x - 2e-05*u_xx^2 + (0.5 ± 0.1) u; q1_t = -J(psi1,q1) + lap(psi2)", "")],
        });
        var page = File.ReadAllText(folder["report.html"]).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.Contains(
            "<i>u</i><sub>t</sub> = −<i>u</i> <i>u</i><sub>x</sub> − 2&#215;10<sup>−5</sup> "
            + "<i>u</i><sub>xx</sub><sup>2</sup> "
            + "+ (0.5 &#177; 0.1) <i>u</i></span>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "<i>q</i><sub>1,t</sub> = −<i>J</i>(<i>ψ</i><sub>1</sub>, <i>q</i><sub>1</sub>) + "
            + "∇<sup>2</sup>(<i>ψ</i><sub>2</sub>)</span>",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_not_drawn_is_a_link_to_its_script()
    {
        var figures = new FigureFolder(folder["figures"]) { Program = "no-such-gnuplot" };
        Report.Write(folder.FullName, Small() with { Sections = [new("Forecasts", [], [figures.Draw(Errors())])] });
        Assert.Contains("Not drawn: [figures/errors.gp](figures/errors.gp)", File.ReadAllText(folder["report.md"]), StringComparison.Ordinal);
        Assert.Contains(
            "href=\"figures/errors.gp\"", File.ReadAllText(folder["report.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("u_t = -1.000030983922144*u*u_x + 1e-06*u_8", "u_t = -1.00003*u*u_x + 1e-06*u_8")]
    [InlineData("-(0.999998 ± 0.000002) u_xx - 2.0199999999999e-05*u", "-(0.999998 ± 0.000002) u_xx - 2.02e-05*u")]
    public void Coefficients_keep_the_digits_that_a_reader_wants(string formula, string text) =>
        Assert.Equal(text, Numbers.Readable(formula));

    [Theory]
    [InlineData(0.49981, 0.0042, "0.4998 ± 0.0042")]
    [InlineData(-123.4, 17, "-123 ± 17")]
    [InlineData(1, 0, "1")]
    [InlineData(2.5e-12, 1e-13, "2.5e-12 ± 1.0e-13")]
    [InlineData(double.NaN, 1, "–")]
    public void A_value_shows_the_digits_that_its_deviation_leaves(double value, double deviation, string text) =>
        Assert.Equal(text, Numbers.Measured(value, deviation));

    private static Curves Errors() => new(
        "errors", "Error of forecasts.", FigureAxis.Linear("time"), FigureAxis.Logarithmic("error"),
        [Series.Of("model", [0, 1], [0.1, 1])]);

    private ReportModel Small() => new()
    {
        Title = "Kuramoto-Sivashinsky, KS-1",
        Sentence = "The model lacks -0.5*u_xx.",
        Equations =
        [
            new("model", "u_t = -u*u_x - 0.5*u_xx - u_xxxx", @"u_t = -u \, u_x - 0.5 \, u_{xx} - u_{xxxx}"),
            new("discovered", "(-0.4998 ± 0.0042) u_xx", @"(-0.4998 \pm 0.0042) \, u_{xx}"),
        ],
        Metrics =
        [
            new("epsilon_after", "distance of the corrected model", 1.2345678e-4, ""),
            new("valid_time_after", "time that forecasts stay valid", 9.12, "Lyapunov times"),
            new("cpu_seconds", "time on the processor", double.NaN, "s"),
        ],
        Terms = [new("u_xx", -0.49981, 0.0042, -0.5), new("u*u_x", 0.001, 0.002, null)],
        Sections = [new("Forecasts", ["Both models start from the same state."], [new FigureFolder(folder["figures"]).Draw(Errors())])],
        Settings = "pairs: 10\n",
        Limits = ["(M) Terms outside the library are not found.", "(C) Domains are periodic."],
        Notices = [],
    };
}
