using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Settings;

public sealed class MedidaSettingsTests
{
    private static readonly SettingsFile<MedidaSettings> File =
        SettingsFile.Read<MedidaSettings>(Path.Combine(Testing.Repository.Root, "cases", "ks", "case.yaml"));

    [Theory]
    [InlineData("truth.time_step=0.3", "truth.spin_up is 100, but it must be a multiple of truth.time_step.")]
    [InlineData(
        "observations.every=0.0005", "observations.every is 0.0005, but it must be a multiple of truth.time_step.")]
    [InlineData(
        "verification.every=0.0015", "verification.every is 0.0015, but it must be a multiple of truth.time_step.")]
    [InlineData("grid.points=2e9", "grid.points is 2e9, but it must lie between 2 and 16777216.")]
    [InlineData("model.points=100", "model.points is 100, but it must divide the 1024 points of the grid.")]
    [InlineData("model.time_step=0.003", "observations.times must end with two intervals of model.time_step, which cnab2 needs.")]
    [InlineData(
        "model={equation: u_t = -u_xx, scheme: etdrk4, time_step: 0.001, precision: single, points: 8}",
        "model.precision cannot be used: Single precision is for models that vector lanes carry")]
    [InlineData("model.equation=u_t = -uu_x", "model.equation cannot be used: ")]
    [InlineData("discovery.library.also_terms=['u*v']", "discovery.library.also_terms cannot be used: 'v' in 'u*v' is not a field")]
    public void What_no_run_could_use_is_refused_before_it_begins(string change, string sentence) => Assert.Contains(
        Assert.Throws<SettingsException>(() => File.Select(["KS-2"], [change])).Findings,
        finding => finding.Sentence.StartsWith(sentence, StringComparison.Ordinal));
}
