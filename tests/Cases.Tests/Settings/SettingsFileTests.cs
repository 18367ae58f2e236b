using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Settings;

public sealed class SettingsFileTests
{
    [Fact]
    public void Every_kind_of_setting_is_read()
    {
        var kitchen = Reading.One("""
            title: "1"
            oven: {N: 1e3, time_step: 2*pi/64, duration: 32*pi, fan: true, heat: top_and_bottom}
            spice: {method: mixed, share: 0.25, grams: 2, first: {jar: cellar/a.h5, shelf: low}}
            weights: [0, 1.5, 2e-3]
            eggs: {hen: 3, duck: 1}
            seed: 18446744073709551615
            """);

        Assert.Equal(("1", 1000, true, Heat.TopAndBottom), (kitchen.Title, kitchen.Oven.Points, kitchen.Oven.Fan, kitchen.Oven.Heat));
        Assert.Equal((2 * Math.PI / 64, 32 * Math.PI), (kitchen.Oven.TimeStep, kitchen.Oven.Duration));
        Assert.Equal(new Mixed { Share = 0.25, Grams = 2, First = new Jar { Name = "cellar/a.h5", Shelf = "low" } }, kitchen.Spice);
        Assert.Equal([0, 1.5, 2e-3], kitchen.Weights);
        Assert.Equal(["hen", "duck"], kitchen.Eggs.Keys);
        Assert.Equal(ulong.MaxValue, kitchen.Seed);
    }

    [Fact]
    public void What_may_be_left_out_keeps_its_default()
    {
        var kitchen = Reading.One(Reading.Right);

        Assert.Equal((10, 1, null), (kitchen.Oven.Duration, kitchen.Threads, kitchen.Spice));
        Assert.Equal([1], kitchen.Weights);
        Assert.Equal("default", SettingsFile.Parse<Kitchen>(Reading.Right, "k.yaml").Defaults.Single());
    }

    [Theory]
    [InlineData("spice: salt")]
    [InlineData("spice: {salt: }")]
    [InlineData("spice: {salt: {}}")]
    [InlineData("spice: {method: salt}")]
    public void A_variant_is_named_in_every_way(string line) =>
        Assert.Equal(new Salt(), Reading.One($"{Reading.Right}\n{line}").Spice);

    [Fact]
    public void Numbers_do_not_depend_on_the_culture_and_quotes_make_text()
    {
        Assert.Equal("1e3", Reading.One(Reading.Right.Replace("soup", "1e3", StringComparison.Ordinal)).Title);
        Assert.Contains("a number", Reading.Error(Reading.Right.Replace("1/4", "0,25", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_was_written_reads_back_to_the_same_settings()
    {
        var kitchen = Reading.One("""
            title: "u: #1 \"é\" true"
            oven: {N: 8, time_step: 0.1, heat: bottom}
            spice: {mixed: {share: 1, first: {mixed: {share: 0, first: salt}}}}
            eggs: {"a b": 1}
            """);
        var text = SettingsText.Yaml(kitchen);
        var again = Reading.One(text);

        Assert.Equal(text, SettingsText.Yaml(again));
        Assert.Equal((kitchen.Title, kitchen.Oven, kitchen.Spice), (again.Title, again.Oven, again.Spice));
        Testing.Snapshot.Verify($"{text}{SettingsText.Json(kitchen)}\n");
    }

    [Fact]
    public void The_fingerprint_tells_results_apart_and_not_costs()
    {
        var kitchen = Reading.One(Reading.Right);

        Assert.Equal(SettingsText.Fingerprint(kitchen), SettingsText.Fingerprint(kitchen with { Threads = 7 }));
        Assert.NotEqual(SettingsText.Fingerprint(kitchen), SettingsText.Fingerprint(kitchen with { Seed = 7 }));
        Assert.NotEqual(
            SettingsText.Fingerprint(new Salt()), SettingsText.Fingerprint(new Oven { Points = 2, TimeStep = 1 }));
        Assert.Contains("\"method\":\"salt\"", SettingsText.Json(new Salt()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_describes_the_file() => Testing.Snapshot.Verify(SettingsSchema.Json<Kitchen>());
}
