using Sci.Cases.Settings;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests.Medida;

/// <summary>Truths of cases that are watched on their way.</summary>
public sealed class WatchedCaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{tail: 1.0e-12}", "spectral tail", "take more points than 128")]
    [InlineData("{courant: 0.001}", "Courant number", "take a time step below")]
    [InlineData("{kept: [square_u], drift: 0.01}", "changed its square_u", "halve the time step")]
    public void A_truth_that_goes_wrong_says_when_what_and_the_way_out(string watch, string what, string remedy)
    {
        var failure = Assert.Throws<BlowUpException>(
            () => Small.Run("KS-2", folder.FullName, 1, $"truth.watch={watch}", "grid.points=128"));
        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.Contains(" at t = ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_watch_that_has_nothing_to_say_changes_nothing()
    {
        var plain = Small.Run("KS-2", folder["plain"], 1).Metrics;
        var watched = Small.Run(
            "KS-2", folder["watched"], 1, "truth.watch={tail: 0.1, courant: 5, kept: [mean_u], drift: 1.0e-6}").Metrics;
        Assert.Equal(
            plain.Where(pair => pair.Key != Metric.CpuSeconds), watched.Where(pair => pair.Key != Metric.CpuSeconds));
    }

    [Theory]
    [InlineData("ks-enkf", "denkf-40", "{courant: 0.01}", "take a time step below")]
    [InlineData("qg-enkf", "letkf-25", "{tail: 1.0e-12}", "take more points than")]
    public void The_truth_of_a_twin_is_watched_too(string name, string experiment, string watch, string remedy)
    {
        var failure = Assert.Throws<BlowUpException>(() => Twin(name, experiment, watch));
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lorenz96", "enkf-40", "{tail: 0.1}", "needs a system that is an equation")]
    [InlineData("ks-enkf", "denkf-40", "{kept: [mean_v]}", "`mean_u`")]
    public void A_watch_that_cannot_be_kept_is_refused(
        string name, string experiment, string watch, string complaint) =>
        Assert.Contains(
            complaint, Assert.Throws<SettingsException>(() => Twin(name, experiment, watch)).Message,
            StringComparison.Ordinal);

    private ExperimentResult Twin(string name, string experiment, string watch) =>
        CaseKinds.All.Open(Path.Combine(Repository.Root, "cases", name)).Run(
            [experiment],
            new RunOptions
            {
                Overrides =
                [
                    $"watch={watch}", "seeds=1", "analyses=20", "burn_in=0", "climate.states=20", "start.spin_up=5",
                    "start.free_run=20",
                ],
                Output = folder.FullName,
                Threads = 1,
            },
            new NoProgress(), default).Single();
}
