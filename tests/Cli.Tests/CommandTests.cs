using Sci.Cases;
using Sci.Hdf5;

namespace Sci.Cli.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("", "sci cases/ks --experiment all")]
    [InlineData("run", "sci cases/ks --experiment all")]
    [InlineData("validate", "sci validate cases/ks")]
    [InlineData("new", "sci new my-case --like ks")]
    [InlineData("list", "sci list cases/ks")]
    [InlineData("report", "sci report cases/ks")]
    [InlineData("compare", "sci compare before.json after.json")]
    [InlineData("show", "sci show a.h5 --dataset u")]
    [InlineData("schema", "sci schema > case.schema.json")]
    [InlineData("completion", "source <(sci completion bash)")]
    public void Help_of_every_command_ends_with_examples_and_exit_codes(string command, string example)
    {
        using var kettle = new Kettle();

        var answer = kettle.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, answer.Code);
        Assert.Contains(example, answer.Out, StringComparison.Ordinal);
        Assert.Contains("130  stopped by Ctrl-C", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_said_is_a_call_for_help()
    {
        using var kettle = new Kettle();

        Assert.Contains("Usage:", kettle.Run().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--experment x", "sci: There is no option --experment; did you mean `--experiment`?")]
    [InlineData("@tea --experment x", "sci: There is no option --experment; did you mean `--experiment`?")]
    [InlineData(
        "validte", "sci: validte: there is neither such a folder nor such a command; did you mean `sci validate`?\n")]
    [InlineData("validate", "sci: Required argument missing for command: 'validate'. See `sci validate --help`.\n")]
    [InlineData("new", "sci: Required argument missing for command: 'new'. See `sci new --help`.\n")]
    [InlineData("@tea --threads 0", "sci: --threads must be at least 1. See `sci --help`.\n")]
    [InlineData("@tea -q -v", "sci: --verbose and --quiet exclude each other. See `sci --help`.\n")]
    [InlineData("@none", "sci: @none: there is no case here; name a folder that holds a case.yaml.\n")]
    [InlineData("@tea -e grean", "sci: --experiment: there is no experiment `grean`; did you mean `green`? (valid: green, black, burnt, all).\n")]
    [InlineData("completion basch", "sci: basch: there is no completion for this shell; did you mean `bash`? (valid: bash, zsh, fish).\n")]
    [InlineData("compare @tea @tea", "sci: @tea: there are no results here; run the case first.\n")]
    [InlineData("compare @tea/case.yaml @tea", "sci: @tea/case.yaml:1:1: these are no results that sci wrote; run the case again with --json.\n")]
    [InlineData("show @none.h5", "sci: @none.h5: there is no such file.\n")]
    [InlineData(
        "list @tea/out", "sci: @tea/out: there are no cases here; name a folder whose folders hold case.yaml.\n")]
    public void A_mistake_is_told_in_one_sentence(string line, string sentence)
    {
        using var kettle = new Kettle();

        var answer = kettle.Run(line.Split(' '));

        Assert.Equal((2, ""), (answer.Code, answer.Out));
        Assert.StartsWith(sentence, answer.Error, StringComparison.Ordinal);
        Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_right_case_is_called_right()
    {
        using var kettle = new Kettle();

        Assert.Equal(
            new Answer(0, "@tea/case.yaml is right: 3 experiments, by default green, black.\n", ""),
            kettle.Run("validate", "@tea"));
    }

    [Fact]
    public void All_that_is_wrong_with_a_case_is_told_by_line()
    {
        using var kettle = new Kettle();
        File.WriteAllText(kettle.At("tea/case.yaml"), "minuts: 3\nexperiments:\n  green: {minutes: 0}\n  black:\n");

        var answer = kettle.Run("validate", "@tea");

        Assert.Equal(2, answer.Code);
        Assert.Equal(
            """
            @tea/case.yaml:1:1: unknown key `minuts`; did you mean `minutes`? (valid: minutes, trouble, experiments, combine, default_experiments, kind).
            @tea/case.yaml:1:1: minutes is missing; add `minutes:`, a number (such as 0.001, 1/64 or 32*pi). (experiment black)
            @tea/case.yaml:3:20: minutes is 0, but it must be positive. (experiment green)

            """,
            answer.Error);
    }

    [Fact]
    public void A_case_is_made_like_another_and_runs()
    {
        using var kettle = new Kettle();
        _ = kettle.Run("@tea");
        File.WriteAllText(kettle.At("tea/expected.yaml"), "x: 1");

        var answer = kettle.Run("new", "@own", "--like", "@tea");

        Assert.Equal("Made @own like tea; change @own/case.yaml and run `sci @own`.\n", answer.Out);
        Assert.Equal(["README.md", "case.yaml"], Directory.GetFileSystemEntries(kettle.At("own")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, kettle.Run("@own").Code);
        Assert.Equal(2, kettle.Run("new", "@own", "--like", "@tea").Code);
    }

    [Fact]
    public void A_first_case_is_made_that_is_right()
    {
        using var kettle = new Kettle();

        var answer = kettle.Run("new", "@own");

        Assert.Equal("Made @own; change @own/case.yaml and run `sci @own`.\n", answer.Out);
        Assert.NotEmpty(CaseKinds.All.Open(kettle.At("own")).Experiments);
        Assert.Equal(2, kettle.Run("new", "@own").Code);
    }

    [Fact]
    public void Cases_and_experiments_are_listed()
    {
        using var kettle = new Kettle();

        Assert.Equal($"{kettle.At("tea"),-20}  Draws tea.\n".Replace(kettle.Folder + "/", "@", StringComparison.Ordinal), kettle.Run("list", "@").Out);
        Assert.Equal(
            "* green  the mild one\n* black\n  burnt\nThose with * run by default.\n", kettle.Run("list", "@tea").Out);
    }

    [Fact]
    public void The_schema_is_printed()
    {
        using var kettle = new Kettle();

        Assert.Contains(
            "\"description\": \"How long it draws. Required.\"", kettle.Run("schema").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_results_are_shown_again_and_compared()
    {
        using var kettle = new Kettle();
        _ = kettle.Run("@tea");
        _ = kettle.Run("@tea", "--set", "minutes=10", "--out", "@later");

        var report = kettle.Run("report", "@tea");
        var compared = kettle.Run("compare", "@tea", "@later");

        Assert.Contains("│ epsilon_after │ 0.003 │ 0.01 │ 3.333 │", Narrow(compared.Out), StringComparison.Ordinal);
        Assert.Contains(
            "│ coefficient of u_xx │ 0.5 ± 0.004 │ 0.5 ± 0.004 │ │", Narrow(compared.Out), StringComparison.Ordinal);
        Testing.Snapshot.Verify(report.Out);
    }

    [Fact]
    public void Where_nothing_was_to_be_discovered_the_figures_are_shown()
    {
        using var kettle = new Kettle();
        var metrics = new OrderedDictionary<string, double> { ["steps"] = 2000, [Metric.RelativeL2] = 9.8e-9 };
        var result = new ExperimentResult("kdv", 0, metrics, new("u_t = -6*u*u_x - u_xxx", "", ""), []);
        new CaseResults("solve", [result]).Write(kettle.At("a.json"));

        var report = kettle.Run("report", "@a.json").Out;

        Assert.Contains("model      u_t = -6*u*u_x - u_xxx", report, StringComparison.Ordinal);
        Assert.DoesNotContain("corrected", report, StringComparison.Ordinal);
        Assert.Contains("│ relative_l2 │ 9.8e-09 │", Narrow(report), StringComparison.Ordinal);
    }

    private static string Narrow(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_file_is_listed_and_drawn()
    {
        using var kettle = new Kettle();
        using (var file = Hdf5File.Create(kettle.At("a.h5")))
        {
            var wave = Enumerable.Range(0, 40).SelectMany(t => Enumerable.Range(0, 100).Select(x => Math.Sin((x - t) * 0.1))).ToArray();
            file.WriteDoubles("u", wave, [40, 100]);
            file.WriteDoubles("group/curve", wave.AsSpan(0, 100), [100]);
            file.WriteString("name", "wave");
        }

        var all = kettle.Run("show", "@a.h5");
        var curve = kettle.Run("show", "@a.h5", "--dataset", "group/curve");

        Assert.Equal((0, 0, ""), (all.Code, curve.Code, all.Error + curve.Error));
        Assert.Equal(2, kettle.Run("show", "@a.h5", "-d", "name").Code);
        Assert.Equal(2, kettle.Run("show", "@tea/case.yaml").Code);
        Testing.Snapshot.Verify(all.Out + curve.Out);
    }
}
