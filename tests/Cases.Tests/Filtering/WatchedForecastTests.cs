using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests.Filtering;

/// <summary>Forecasts of ensembles that the grid does not resolve, and those that it does.</summary>
public sealed class WatchedForecastTests : IDisposable
{
    private const string Said = "members looked at have forecasts with a spectral tail of up to ";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_grid_too_coarse_is_told_when_in_how_many_members_and_with_the_remedy_again_when_read_back()
    {
        var first = Twin("ks-enkf", "denkf-40", "system.points=64");
        Assert.Contains(Said, first, StringComparison.Ordinal);
        Assert.Contains("> From cycle 1 (t = 1) on, ", first, StringComparison.Ordinal);
        Assert.Contains("above 0.01; take more points than 64, or more viscosity.", first, StringComparison.Ordinal);
        Assert.Equal(first, Twin("ks-enkf", "denkf-40", "system.points=64"));
    }

    [Fact]
    public void Steps_too_long_for_what_is_asked_of_the_truth_are_told()
    {
        Run(
            "ks", "cycled-KSpu3x-1", "seeds=1", "truth.spin_up=20", "assimilation.members=40", "observations.windows=80",
            "truth.watch={courant: 0.05}");
        Assert.Contains("have forecasts with a Courant number of up to 0.", Report, StringComparison.Ordinal);
        Assert.Contains("above 0.05; take a time step below 0.0", Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ks-enkf", "denkf-40")]
    [InlineData("ks-enkf", "letkf-6")]
    [InlineData("qg-enkf", "letkf-25")]
    public void Filters_that_ship_have_nothing_to_tell(string name, string experiment) =>
        Assert.DoesNotContain(Said, Twin(name, experiment), StringComparison.Ordinal);

    [Theory]
    [InlineData("authors-enkf-KS-2")]
    [InlineData("authors-honest-KS-4")]
    [InlineData("cycled-KSpu3x-1")]
    public void Filters_of_wrong_models_that_ship_have_nothing_to_tell(string experiment)
    {
        var change = experiment[0] == 'a' ? "assimilation.members=100" : "assimilation.members=40";
        var windows = experiment[0] == 'a' ? 3 : 80;
        Run("ks", experiment, "seeds=1", "truth.spin_up=20", change, $"observations.windows={windows}");
        Assert.DoesNotContain(Said, Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_blow_up_are_told_with_their_cycle()
    {
        var failure = Assert.Throws<BlowUpException>(() => Twin("ks-enkf", "sqrt-20", "assimilation.inflation=1000"));
        Assert.Matches(
            "^Member [0-9]+ is no longer finite in cycle [0-9]+, before t = [0-9]+, and with it [0-9]+ others? of 20 ",
            failure.Message);
    }

    private string Report =>
        File.ReadAllText(Directory.GetFiles(folder.FullName, "report.md", SearchOption.AllDirectories).Single());

    private string Twin(string name, string experiment, params string[] more)
    {
        Run(name, experiment, [
            "seeds=1", "analyses=40", "burn_in=0", "climate.states=20", "start.spin_up=50", "start.free_run=0",
            .. more]);
        return Report;
    }

    private ExperimentResult Run(string name, string experiment, params string[] changes) =>
        CaseKinds.All.Open(Path.Combine(Repository.Root, "cases", name)).Run(
            [experiment], new RunOptions { Overrides = changes, Output = folder.FullName, Threads = 1 },
            new NoProgress(), default).Single();
}
