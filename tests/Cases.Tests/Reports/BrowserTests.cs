using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Tests.Figures;
using Sci.Cases.Tests.Programs;
using Sci.Testing;

namespace Sci.Cases.Tests.Reports;

/// <summary>Reports as a browser shows them: on a desk, on a phone and on paper.</summary>
/// <remarks>
/// With a folder in the environment variable <c>SCI_REPORTS</c> every report below it is looked at too, and
/// <c>report-desk.png</c>, <c>report-phone.png</c> and <c>report.pdf</c> are left beside it.
/// </remarks>
public sealed class BrowserTests
{
    private const int Phone = 390;
    private const int Paper = 718;

    [Needs("chromium", "gnuplot")]
    public async Task A_report_of_every_kind_of_figure_reads_well_everywhere()
    {
        using var folder = new TemporaryFolder();
        var figures = new FigureFolder(folder["figures"]);
        Report.Write(folder.FullName, new ReportModel
        {
            Title = "A_name_that_is_long_and_has_no_space_at_which_a_narrow_page_could_break_it_in_two_pieces",
            Sentence = "The model lacks -0.5*u_xx.",
            Notices = ["The water is hard."],
            Equations = [new("model", $"u_t = {string.Join(" + ", Enumerable.Repeat("0.123456789012*u^2*u_xxxx", 9))}", "u")],
            Terms = [new("u_xx", -0.49981, 0.0042, -0.5), new("u^2*u_xxxx", 0.001, 0.002, null)],
            Metrics = [new(
                "a_metric_with_a_rather_long_name", "what is left of the wrong model's misfit", 1.2e-4, "m s^-1")],
            Sections =
            [
                new("Figures", ["All of them."], [.. FigureTests.All().Select(figures.Draw)])
                {
                    Tables = [new(
                        ["one", "two", "three", "four", "five", "six"], [[.. Enumerable.Repeat("a longer cell", 6)]])],
                },
            ],
            Settings = $"equation: {string.Concat(Enumerable.Repeat("u_xxxx+", 60))}u\n",
            Limits = ["(C) Domains are periodic."],
        });

        using var browser = await Browser.Start();
        await Look(browser, folder["report.html"], FigureTests.All().Length);
    }

    [Needs("chromium")]
    public async Task Reports_of_earlier_runs_read_well_everywhere()
    {
        var root = Environment.GetEnvironmentVariable("SCI_REPORTS") is { Length: > 0 } given ? given : null;
        var wrong = new List<string>();
        foreach (var report in root is null ? [] : Directory.GetFiles(root, "report.html", SearchOption.AllDirectories))
        {
            using var browser = await Browser.Start();
            if (await Record.ExceptionAsync(() => Look(browser, report, figures: null)) is { } problem)
            {
                wrong.Add($"{report}: {problem.Message}");
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task Look(Browser browser, string report, int? figures)
    {
        var stem = Path.ChangeExtension(report, null);
        foreach (var (name, width) in new[] { ("desk", 1100), ("phone", Phone) })
        {
            await browser.Open(report, width);
            File.WriteAllBytes($"{stem}-{name}.png", await browser.Screenshot());
            await Check(browser, report, width, figures);
        }

        await browser.Open(report, Paper);
        await browser.Show("print");
        await Check(browser, report, Paper, figures);
        Assert.Equal(0, await browser.Ask<int>(
            "[...document.querySelectorAll('.wide, .drawing')].filter(e => e.scrollWidth > e.clientWidth + 1).length"));
        await browser.Show("screen");
        File.WriteAllBytes($"{stem}.pdf", await browser.Print());
        Assert.Empty(browser.Complaints);
    }

    private static async Task Check(Browser browser, string report, int width, int? figures)
    {
        var seen = await browser.Ask<int>("[...document.images].filter(i => i.complete && i.naturalWidth > 0).length");
        Assert.Equal(figures ?? await browser.Ask<int>("document.querySelectorAll('figure').length"), seen);
        Assert.Equal(seen, await browser.Ask<int>(
            "[...document.querySelectorAll('figcaption')].filter(c => c.innerText.trim()).length"));
        var (wide, widest) = (await browser.Ask<int>("document.documentElement.scrollWidth"), await browser.Ask<string>(
            "[...document.querySelectorAll('main > *')].sort((a, b) => b.scrollWidth - "
            + "a.scrollWidth)[0].outerHTML.slice(0, 200)"));
        Assert.True(wide <= width, $"{report} is {wide} wide on a page of {width}: {widest}");
    }
}
