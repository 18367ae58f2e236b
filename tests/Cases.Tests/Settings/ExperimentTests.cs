using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Settings;

public sealed class ExperimentTests
{
    private const string Text = """
        title: soup
        oven: {N: 64, time_step: 0.25}
        spice: {method: mixed, share: 0.5, first: salt}
        weights: [1, 2]
        default_experiments: [hot]
        experiments:
          plain:
          hot:
            about: with more heat
            oven: {duration: 20}
            weights: [3]
          hotter:
            like: hot
            oven: {N: 128}
            spice: {share: 0.75}
          jar:
            spice: {jar: a.h5}
        """;

    private static readonly SettingsFile<Kitchen> File = SettingsFile.Parse<Kitchen>(Text, "k.yaml");

    [Fact]
    public void Blocks_merge_and_lists_replace()
    {
        var hot = File.Select([], []).Single();

        Assert.Equal(("hot", "with more heat"), (hot.Name, hot.About));
        Assert.Equal(
            (64, 0.25, 20), (hot.Settings.Oven.Points, hot.Settings.Oven.TimeStep, hot.Settings.Oven.Duration));
        Assert.Equal([3], hot.Settings.Weights);
    }

    [Fact]
    public void An_experiment_begins_where_another_ends()
    {
        var hotter = File.Select(["hotter"], []).Single().Settings;

        Assert.Equal((128, 20), (hotter.Oven.Points, hotter.Oven.Duration));
        Assert.Equal(new Mixed { Share = 0.75, First = new Salt() }, hotter.Spice);
    }

    [Fact]
    public void Another_variant_replaces_the_block() =>
        Assert.Equal(new Jar { Name = "a.h5" }, File.Select(["jar"], []).Single().Settings.Spice);

    [Theory]
    [InlineData("all", "plain hot hotter jar")]
    [InlineData("hot*", "hot hotter")]
    public void Patterns_choose_experiments(string pattern, string names) =>
        Assert.Equal(names, string.Join(' ', File.Select([pattern], []).Select(experiment => experiment.Name)));

    [Fact]
    public void Single_settings_are_changed_from_outside()
    {
        var chosen = File.Select(["hot"], ["oven.time_step=1/8", "spice.first={jar: b.h5}", "title=", "weights=[4, 5]"]).Single().Settings;

        Assert.Equal((0.125, ""), (chosen.Oven.TimeStep, chosen.Title));
        Assert.Equal(new Mixed { Share = 0.5, First = new Jar { Name = "b.h5" } }, chosen.Spice);
        Assert.Equal([4, 5], chosen.Weights);
    }

    [Theory]
    [InlineData("oven.time_stp=1", "--set oven.time_stp=1: unknown key `time_stp` in oven; did you mean `time_step`? (valid: N, time_step, duration, fan, heat).")]
    [InlineData("oven.N=3", "--set oven.N=3: oven.N is 3, but it must be even and positive.")]
    [InlineData("spice.method=jam", "--set spice.method=jam: spice `jam` is not known here; valid: salt, mixed.")]
    [InlineData("experiments=3", "--set experiments=3: experiments is no setting of one experiment; change it in the file.")]
    [InlineData("nonsense", "--set nonsense: a setting is changed by `--set key=value` or `--set block.key=value`.")]
    [InlineData("weights={", "--set weights={: this is not YAML: ")]
    public void Changes_are_as_strict_as_the_file(string change, string message) =>
        Assert.StartsWith(message, Assert.Throws<SettingsException>(() => File.Select(["hot"], [change])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_experiment_is_named_with_the_nearest() => Assert.Equal(
        "--experiment: there is no experiment `hoter`; did you mean `hotter`? (valid: plain, hot, hotter, jar, all).",
        Assert.Throws<SettingsException>(() => File.Select(["hoter"], [])).Message);

    [Theory]
    [InlineData("like: hot", "like: hotter", "k.yaml:13:11: experiments.hotter.like: hot leads back to itself; end the chain at one without `like:`.")]
    [InlineData("like: hot", "like: hat", "k.yaml:13:11: like: there is no experiment `hat`; did you mean `hot`? (valid: plain, hot, hotter, jar).")]
    [InlineData("[hot]", "[hut]", "k.yaml:5:23: default_experiments: there is no experiment `hut`; did you mean `hot`? (valid: plain, hot, hotter, jar).")]
    [InlineData("  jar:", "  ../jar:", "k.yaml:16:3: `../jar` cannot name an experiment; use letters, digits and . _ + - (not `all`), at most 64.")]
    [InlineData("jar: a.h5", "jar: ../a.h5", "k.yaml:17:18: spice.jar is ../a.h5, but it must stay inside the case's folder, without `..`. (experiment jar)")]
    [InlineData("{share: 0.75}", "{share: 7}", "k.yaml:15:20: spice.share is 7, but it must lie between 0 and 1. (experiment hotter)")]
    public void Wrong_experiments_are_told_apart(string right, string wrong, string message)
    {
        var text = right == "like: hot" && wrong == "like: hotter"
            ? Text.Replace("about: with more heat", "like: hotter", StringComparison.Ordinal)
            : Text.Replace(right, wrong, StringComparison.Ordinal);

        Assert.Equal(message, Reading.Error(text));
    }
}
