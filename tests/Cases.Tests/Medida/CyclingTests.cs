using Sci.Cases.Settings;
using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cases.Tests.Medida;

public sealed class CyclingTests
{
    private const double Noise = 0.1;

    private const string Case = """
        title: A filter that cycles
        seed: 1
        grid: {points: 64, length: 22}
        truth:
          equation: u_t = -u*u_x - u_xx - u_xxxx
          scheme: etdrk4
          time_step: 0.05
          initial: cos(2*pi*x/22)*(1 + sin(2*pi*x/22))
          spin_up: 50
        model: {equation: "u_t = -u*u_x - u_xx - u_xxxx", scheme: etdrk4, time_step: 0.1, points: 32}
        observations: {windows: 100, every: 0.5, times: [0, 0.5], noise: 0.1, every_point: 2}
        assimilation:
          method: cycle
          analysis: etkf
          members: 20
          inflation: 1.02
          background_deviation: 0.1
          observation_deviation: 0.1
          burn_in: 20
        discovery:
          method: single-pass
          derivatives: spectral
          library_at: midpoint
          library: {maximum_power: 2, maximum_derivative: 4}
          regression: {method: evidence, floor: 1e-6, minimum_contribution: 0.1}
        """;

    private static readonly string[] Precise =
        ["observations.noise=0.01", "assimilation.observation_deviation=0.01", "assimilation.background_deviation=0.01"];

    [Theory]
    [InlineData("etkf")]
    [InlineData("enkf")]
    [InlineData("{method: letkf, half_width: 5}")]
    public void With_the_right_model_the_analyses_are_nearer_to_the_truth_than_the_observations(string analysis)
    {
        using var folder = new TemporaryFolder();
        Run(folder, $"assimilation.analysis={analysis}");

        Assert.InRange(Error(folder), 0, 0.5 * Noise);
    }

    [Fact]
    public void A_wrong_model_makes_the_increments_larger()
    {
        using var right = new TemporaryFolder();
        using var wrong = new TemporaryFolder();

        Run(right, Precise);
        Run(wrong, [.. Precise, "model.equation=u_t = -u*u_x - 1.3*u_xx - u_xxxx"]);

        Assert.InRange(Increment(wrong), 5 * Increment(right), double.PositiveInfinity);
    }

    [Theory]
    [InlineData("observations.every=1", "follow upon one another")]
    [InlineData("assimilation.burn_in=100", "leaves no increments")]
    [InlineData("model.time_step=0.3", "model.time_step")]
    [InlineData("model.scheme=cnab2", "one-step scheme")]
    public void Observations_that_no_cycle_can_follow_are_refused(string setting, string complaint)
    {
        var error = Assert.Throws<SettingsException>(
            () => SettingsFile.Parse<MedidaSettings>(Case, "case.yaml").Select([], [setting]));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    private static void Run(TemporaryFolder folder, params string[] settings)
    {
        var experiment = Assert.Single(SettingsFile.Parse<MedidaSettings>(Case, "case.yaml").Select([], settings));
        _ = MedidaPipeline.Run(new ExperimentRun<MedidaSettings>(
            "cycle", folder.FullName, Path.Combine(folder.FullName, "out"), experiment, new RunOptions(),
            new NoProgress(), CancellationToken.None));
    }

    // Root mean square of analysis minus truth at the model's points, after the burn-in.
    private static double Error(TemporaryFolder folder)
    {
        var truth = Read(folder, "1-truth.h5", "u");
        var analysis = Read(folder, "3-analysis.h5", "analysis");
        var windows = analysis.Length / 32;
        return Rms(analysis.Select(
            (value, i) => value - truth[(((((100 - windows + (i / 32)) * 2) + 1) * 32) + (i % 32)) * 2]));
    }

    private static double Increment(TemporaryFolder folder) =>
        Rms(Read(folder, "3-analysis.h5", "analysis").Zip(Read(folder, "3-analysis.h5", "forecast"), (a, f) => a - f));

    private static double Rms(IEnumerable<double> values) => Math.Sqrt(values.Average(value => value * value));

    private static double[] Read(TemporaryFolder folder, string file, string dataset)
    {
        using var open = Hdf5File.OpenRead(Path.Combine(folder.FullName, "out", file));
        return open.Read<double>(dataset);
    }
}
