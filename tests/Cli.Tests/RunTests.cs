using System.Text.RegularExpressions;
using Sci.Cases;

namespace Sci.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public void A_folder_runs_its_default_experiments_and_shows_what_they_found()
    {
        using var kettle = new Kettle();

        var answer = kettle.Run("@tea");

        Assert.Equal((0, "green: the water is hard\nblack: the water is hard\n"), (answer.Code, answer.Error));
        var lines = answer.Out.Split('\n');
        var clock = lines[1].IndexOf("│ seconds", StringComparison.Ordinal);
        Testing.Snapshot.Verify(string.Join('\n', lines.Select(line => line.Length > clock ? line[..clock] : line)));
    }

    [Fact]
    public void Results_for_programs_have_the_fixed_form()
    {
        using var kettle = new Kettle();

        _ = kettle.Run("@tea", "--experiment", "green", "--json", "@deep/results.json", "--threads", "1");

        var text = File.ReadAllText(kettle.At("deep/results.json"));
        Testing.Snapshot.Verify(Regex.Replace(text, @"(?<=seconds"": )[0-9.E-]+", "T"));
    }

    [Theory]
    [InlineData("green,black", "green black")]
    [InlineData("*e*", "green")]
    [InlineData("b*ck", "black")]
    public void Experiments_are_named_or_matched(string pattern, string names)
    {
        using var kettle = new Kettle();

        _ = kettle.Run("run", "@tea", "-e", pattern, "--json", "@results.json");

        Assert.Equal(
            names, string.Join(' ', CaseResults.Read(kettle.At("results.json")).Experiments.Select(each => each.Name)));
    }

    [Fact]
    public void A_setting_is_changed_and_the_results_go_where_they_are_sent()
    {
        using var kettle = new Kettle();

        var answer = kettle.Run("@tea", "-e", "green", "--set", "minutes=8", "--out", "@else");

        Assert.Equal(0, answer.Code);
        Assert.Equal(0.008, CaseResults.Find(kettle.At("else")).Experiments.Single().Metrics[Metric.EpsilonAfter]);
        Assert.False(Directory.Exists(kettle.At("tea/out")));
    }

    [Theory]
    [InlineData("minutes=-1", 2, "sci: --set minutes=-1: minutes is -1, but it must be positive.\n")]
    [InlineData("trouble=blow-up", 3, "sci: Member 3 is no longer finite at t = 1.5; halve time_step.\n")]
    [InlineData("trouble=bug", 1, "sci: This should not have happened (InvalidOperationException): the pot has no bottom. Run again with --verbose for details.\n")]
    [InlineData("trouble=disk", 2, "sci: No space left on device.\n")]
    [InlineData(
        "trouble=interrupt", 130, "sci: Stopped; what is finished is kept, and the next run goes on from it.\n")]
    public void Each_way_to_fail_has_one_sentence_and_its_code(string change, int code, string sentence)
    {
        using var kettle = new Kettle();

        var answer = kettle.Run("@tea", "--quiet", "--set", change);

        Assert.Equal((code, sentence, ""), (answer.Code, answer.Error, answer.Out));
    }

    [Fact]
    public void What_was_finished_before_a_failure_is_shown_and_kept()
    {
        using var kettle = new Kettle();

        var answer = kettle.Run("@tea", "-e", "all", "--json", "@results.json");

        Assert.Equal(3, answer.Code);
        Assert.Contains("black", answer.Out, StringComparison.Ordinal);
        Assert.Equal(2, CaseResults.Read(kettle.At("results.json")).Experiments.Count);
    }

    [Fact]
    public void Details_are_told_when_asked_for()
    {
        using var kettle = new Kettle();

        var answer = kettle.Run("@tea", "--verbose", "--set", "trouble=bug");

        Assert.Contains("green draw: is drawn (0.0 s)\n", answer.Error, StringComparison.Ordinal);
        Assert.Contains("   at Sci.Cli.Tests.Kettle.Brew", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_the_bars_come_and_the_notes_stay()
    {
        using var kettle = new Kettle { Live = true };

        var answer = kettle.Run("@tea", "-v");

        Assert.Equal(0, answer.Code);
        Assert.Contains("green draw: is drawn", answer.Error, StringComparison.Ordinal);
        Assert.EndsWith("green: the water is hard\nblack: the water is hard\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_experiment_leaves_does_not_depend_on_the_clock()
    {
        using var kettle = new Kettle();
        _ = kettle.Run("@tea");
        var first = File.ReadAllText(kettle.At("tea/out/green/result.json"));
        _ = kettle.Run("@tea");

        Assert.Equal(first, File.ReadAllText(kettle.At("tea/out/green/result.json")));
        Assert.DoesNotContain(Metric.CpuSeconds, first, StringComparison.Ordinal);
    }
}
