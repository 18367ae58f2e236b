using Sci.Cases.Settings;
using Sci.Testing;

namespace Sci.Cases.Tests;

public sealed class ExpectationTests
{
    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "cases"))
        .Where(folder => File.Exists(Path.Combine(folder, "expected.yaml"))).Select(
            folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_expectation_of_a_case_is_of_one_of_its_experiments(string name)
    {
        var folder = Path.Combine(Repository.Root, "cases", name);
        string[] experiments = [.. CaseKinds.All.Open(folder).Experiments.Select(experiment => experiment.Name)];

        Assert.All(ExpectationFile.Of(folder).Expected, expected =>
            Assert.Contains(experiments, name => Verdict.On(Result(name, expected.Metric, 0), [expected]).Count == 1));
    }

    [Theory]
    [InlineData(0.5, null, 0.4, true)]
    [InlineData(0.5, null, 0.6, false)]
    [InlineData(null, 0.9, 0.95, true)]
    [InlineData(null, 0.9, 0.8, false)]
    [InlineData(0.5, null, double.NaN, false)]
    public void A_promise_is_kept_or_not(double? atMost, double? atLeast, double value, bool isKept)
    {
        var promise = new Expectation
        {
            Experiments = ["*"],
            Metric = "epsilon_after",
            AtMost = atMost,
            AtLeast = atLeast,
            Source = "test",
        };

        var verdict = Assert.Single(Verdict.On(Result("any", "epsilon_after", value), [promise]));
        Assert.Equal(isKept, verdict.IsKept);
        Assert.EndsWith(isKept ? ": kept." : ": not kept.", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_expectation_without_a_figure_is_a_mistake() => Assert.Contains(
        "has no figure", Assert.Throws<SettingsException>(() => SettingsFile.Parse<ExpectationFile>(
            "expected: [{experiments: [a], metric: epsilon_after, source: nobody}]", "expected.yaml")).Message,
        StringComparison.Ordinal);

    private static ExperimentResult Result(string name, string metric, double value) =>
        new(name, 0, new Dictionary<string, double> { [metric] = value }, new("", "", ""), []);
}
