using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Settings;

public sealed class CombinationTests
{
    private const string Base = """
        title: soup
        oven: {N: 64, time_step: 0.25}
        spice: {method: mixed, share: 0.5, first: salt}
        weights: [1, 2]

        """;

    private const string Product = Base + """
        combine:
          - "": {weights: [5]}
            hot-: {oven: {duration: 20}}
          - big: {oven: {N: 128}, about: a large one}
            small: {oven: {N: 16}}
        default_experiments: [hot-big]
        experiments:
          hot-small: {weights: [9]}
          other: {like: hot-big, weights: [7]}
        """;

    [Fact]
    public void Every_setting_of_one_list_meets_every_one_of_the_next()
    {
        var file = SettingsFile.Parse<Kitchen>(Product, "k.yaml");

        Assert.Equal("big,hot-big,hot-small,other,small", string.Join(
            ',', file.Experiments.Select(e => e.Name).Order(StringComparer.Ordinal)));
        var hot = file.Select([], []).Single();
        Assert.Equal(("hot-big", "a large one", 128, 20), (hot.Name, hot.About, hot.Settings.Oven.Points, hot.Settings.Oven.Duration));
    }

    [Fact]
    public void An_experiment_of_the_same_name_lies_over_the_product()
    {
        var file = SettingsFile.Parse<Kitchen>(Product, "k.yaml");

        var small = file.Select(["hot-small"], []).Single().Settings;
        Assert.Equal((16, 20), (small.Oven.Points, small.Oven.Duration));
        Assert.Equal([9], small.Weights);
        Assert.Equal([7], file.Select(["other"], []).Single().Settings.Weights);
    }

    [Theory]
    [InlineData("combine: 3")]
    [InlineData("combine: [3]")]
    [InlineData("combine: [{a: 3}]")]
    [InlineData("combine: [{a b: {}}]")]
    [InlineData("combine: [{a: {}, ab: {}}, {bc: {}, c: {}}]")]
    [InlineData("combine: [{a: {oven: {fire: 1}}}]")]
    public void What_is_wrong_with_a_product_is_named_with_its_line(string combine) =>
        Assert.Contains("k.yaml:5:", Assert.Throws<SettingsException>(() => SettingsFile.Parse<Kitchen>(Base + combine, "k.yaml")).Message, StringComparison.Ordinal);
}
