using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Settings;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("tiem_step: 1", "k.yaml:5:1: unknown key `tiem_step`; valid: title, oven, spice, weights, eggs, seed, threads, experiments, combine, default_experiments, kind.")]
    [InlineData("wieghts: [1]", "k.yaml:5:1: unknown key `wieghts`; did you mean `weights`? (valid: title, oven, spice, weights, eggs, seed, threads, experiments, combine, default_experiments, kind).")]
    [InlineData("seed: soup", "k.yaml:5:7: seed is `soup`, but a whole number is wanted.")]
    [InlineData("seed: \"1\"", "k.yaml:5:7: seed is the text `1`, but a whole number is wanted without quotes.")]
    [InlineData("seed: -1", "k.yaml:5:7: seed is -1, but it must lie between 0 and 18446744073709551615.")]
    [InlineData("seed: 1.5", "k.yaml:5:7: seed is `1.5`, but a whole number is wanted.")]
    [InlineData("seed:", "k.yaml:5:6: seed is empty, but a whole number is wanted.")]
    [InlineData("seed: [1]", "k.yaml:5:7: seed is a list, but a whole number is wanted.")]
    [InlineData("threads: 0", "k.yaml:5:10: threads is 0, but it must be positive.")]
    [InlineData("threads: 3000000000", "k.yaml:5:10: threads is 3000000000, but it must lie between -2147483648 and 2147483647.")]
    [InlineData("weights: 1", "k.yaml:5:10: weights is `1`, but a list (such as [a, b] or lines that begin with `- `) is wanted.")]
    [InlineData("weights: [1, -2]", "k.yaml:5:14: weights[1] is -2, but it must not be negative.")]
    [InlineData("weights: [.nan]", "k.yaml:5:11: weights[0] is .nan, but it must be finite.")]
    [InlineData("weights: [1e999]", "k.yaml:5:11: weights[0] is 1e999, but it must be finite.")]
    [InlineData("weights: [1/0]", "k.yaml:5:11: weights[0] is 1/0, but it must be finite.")]
    [InlineData("weights: [1, 2, 3, 4]", "k.yaml:5:10: weights has 4 items; 1 to 3 are wanted.")]
    [InlineData("eggs: {hen: many}", "k.yaml:5:13: eggs.hen is `many`, but a whole number is wanted.")]
    [InlineData("spice: pepper", "k.yaml:5:8: spice `pepper` is not known here; valid: salt, mixed.")]
    [InlineData("spice: {shelf: low}", "k.yaml:5:8: spice must be `method:` with one of salt, mixed or `jar:`.")]
    [InlineData("spice: {jar: a, first: salt}", "k.yaml:5:17: unknown key `first` in spice; valid: grams, jar, shelf, method.")]
    [InlineData("spice: {jar: /etc/passwd}", "k.yaml:5:14: spice.jar is /etc/passwd, but it must be relative to the case's folder.")]
    [InlineData("spice: {mixed: {share: 1}}", "k.yaml:5:16: spice.first is missing; add `first:`, `method:` with one of salt, mixed or `jar:`.")]
    [InlineData("title: stew", "k.yaml:5:1: the key `title` is given twice, first on line 1; keep one of them.")]
    [InlineData("\tseed: 1", "k.yaml:5:1: the line is indented with a tab; use spaces.")]
    [InlineData("seed: &a 1", "k.yaml:5:7: anchors and aliases (& and *) are not used here; write the value out (or quote the text).")]
    [InlineData("seed: *a", "k.yaml:5:7: anchors and aliases (& and *) are not used here; write the value out (or quote the text).")]
    [InlineData(
        "<<: {seed: 1}", "k.yaml:5:1: merge keys (<<) are not used here; experiments inherit with `like: NAME`.")]
    [InlineData("seed: !!int 1", "k.yaml:5:7: the tag tag:yaml.org,2002:int is not used here; take it away (or quote the text).")]
    [InlineData("? [a]\n: 1", "k.yaml:1:1: a key must be a single word.")]
    [InlineData("---\nseed: 1", "k.yaml:5:1: a second document begins here; keep one case a file.")]
    [InlineData("seed: 'a", "k.yaml:5:7: this is not YAML: ")]
    public void A_wrong_line_is_named_with_the_way_out(string line, string message) =>
        Assert.StartsWith(message, Reading.Error($"{Reading.Right}\n{line}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("  N: 64", "  N: 63", "k.yaml:3:6: oven.N is 63, but it must be even and positive.")]
    [InlineData("  N: 64", "  fan: false", "k.yaml:3:3: oven.N is missing; add `N:`, a whole number.")]
    [InlineData("  N: 64", "  N: 64\n  fan: yes", "k.yaml:4:8: oven.fan is `yes`, but true or false is wanted.")]
    [InlineData("  N: 64", "  N: 64\n  heat: top", "k.yaml:4:9: oven.heat is `top`, which is not known here; valid: top_only, bottom, top_and_bottom.")]
    [InlineData("1/4", "0", "k.yaml:4:14: oven.time_step is 0, but it must be positive.")]
    [InlineData("1/4", "12", "k.yaml:4:14: oven.time_step is 12, but it must not exceed the duration.")]
    [InlineData("soup", "soup!", "k.yaml:1:8: title cannot be used: titles do not shout.")]
    [InlineData("title: soup", "# nothing", "k.yaml:2:1: title is missing; add `title:`, a text.")]
    public void A_wrong_value_is_named_with_the_way_out(string right, string wrong, string message) =>
        Assert.Equal(message, Reading.Error(Reading.Right.Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void The_first_of_several_errors_is_told_and_the_others_counted()
    {
        var error = Assert.Throws<SettingsException>(
            () => SettingsFile.Parse<Kitchen>("oven: {N: 63, time_step: -1}\nseed: x", "k.yaml"));

        Assert.Equal("k.yaml:1:1: title is missing; add `title:`, a text. (and 3 more)", error.Message);
        Assert.Equal(4, error.Findings.Count);
    }

    [Fact]
    public void Nothing_and_no_file_are_errors()
    {
        Assert.Equal("k.yaml:1:1: there are no settings here.", Reading.Error("# only a comment\n"));
        Assert.Contains("cannot be read", Assert.Throws<SettingsException>(() => SettingsFile.Read<Kitchen>("/no/such.yaml")).Message, StringComparison.Ordinal);
    }
}
