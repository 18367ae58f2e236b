using Sci.Cases.Settings;
using Sci.Testing;

namespace Sci.Cases.Tests;

public sealed class ExpectationTests
{
    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "cases"))
        .Where(folder => File.Exists(Path.Combine(folder, "expected.yaml"))).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_expectation_of_a_case_is_of_one_of_its_experiments(string name)
    {
        var folder = Path.Combine(Repository.Root, "cases", name);
        var experiments = SettingsFile.Read<MedidaSettings>(Path.Combine(folder, "case.yaml")).Experiments
            .Select(experiment => new ExperimentResult(
                experiment.Name, 0, new Dictionary<string, double> { ["epsilon_after"] = 0, ["support_exact"] = 1 }, new("", "", ""), []))
            .ToArray();

        Assert.All(ExpectationFile.Of(folder).Expected, expected =>
            Assert.Contains(experiments, experiment => Verdict.On(experiment, [expected]).Count == 1));
    }

    [Theory]
    [InlineData(0.5, null, 0.4, true)]
    [InlineData(0.5, null, 0.6, false)]
    [InlineData(null, 0.9, 0.95, true)]
    [InlineData(null, 0.9, 0.8, false)]
    [InlineData(0.5, null, double.NaN, false)]
    public void A_promise_is_kept_or_not(double? atMost, double? atLeast, double value, bool isKept)
    {
        var promise = new Expectation { Experiments = ["*"], Metric = "epsilon_after", AtMost = atMost, AtLeast = atLeast, Source = "test" };
        var result = new ExperimentResult("any", 0, new Dictionary<string, double> { ["epsilon_after"] = value }, new("", "", ""), []);

        var verdict = Assert.Single(Verdict.On(result, [promise]));
        Assert.Equal(isKept, verdict.IsKept);
        Assert.EndsWith(isKept ? ": kept." : ": not kept.", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_expectation_without_a_figure_is_a_mistake() => Assert.Contains(
        "has no figure", Assert.Throws<SettingsException>(() => SettingsFile.Parse<ExpectationFile>(
            "expected: [{experiments: [a], metric: epsilon_after, source: nobody}]", "expected.yaml")).Message, StringComparison.Ordinal);
}
