using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests;

/// <summary>Runs of solvers that are stopped on their way and begun again.</summary>
public sealed class SolveCheckpointTests : IDisposable
{
    private const string Multistep =
        """
        system:
          {name: equation, equation: u_t = -u*u_x - u_xx - u_xxxx, grid: {points: 32, length: 22}, scheme: pece5, step: 1/20}
        initial: cos(2*pi*x/22)
        watch: {kept: [mean_u], drift: 1.0e-9}
        spin_up: 1.1
        duration: 2
        saves: 5
        """;

    private const string Stirred =
        """
        system: {name: navier-stokes, points: 16, length: 2*pi, viscosity: 0.01, scheme: krogstad, step: 1/10}
        initial: {random: 1, periods: 2}
        stirring: {wavenumber: 3, half_width: 1, rate: 0.1}
        duration: 1
        saves: 2
        """;

    // More steps from save to save than from look to look.
    private const string Long =
        """
        system:
          {name: equation, equation: u_t = -u*u_x + u_xx, grid: {points: 8, length: 2*pi}, scheme: cnab2, step: 1/1000}
        initial: sin(x)
        duration: 10
        saves: 2
        """;

    private const string Adaptive =
        """
        system:
          {name: equation, equation: u_t = -u*u_x - u_xx - u_xxxx, grid: {points: 32, length: 22}, scheme: krogstad,
           step: {tolerance: 1.0e-6, halvings: 8}}
        initial: cos(2*pi*x/22)
        duration: 4
        saves: 4
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // A spin-up of 1.1 takes two intervals of 0.4 and one of 0.3; from look to look there are 2000 steps.
    [Theory]
    [InlineData(Multistep, 8)]
    [InlineData(Stirred, 2)]
    [InlineData(Long, 6)]
    [InlineData(Adaptive, 4)]
    public void A_run_that_is_stopped_again_and_again_ends_with_the_bytes_of_one_that_is_not(string text, int stops)
    {
        var settings = Settings(text);
        Go("whole", settings, stop: false);
        var lives = 1;
        for (var stopped = true; stopped; lives++)
        {
            try
            {
                Go("cut", settings, stop: true);
                stopped = false;
            }
            catch (OperationCanceledException)
            {
                Assert.True(File.Exists(folder["cut/1-solution.checkpoint.h5"]));
                Assert.True(lives < stops, "It does not go on from where it was stopped.");
            }
        }

        Assert.Equal(stops, lives - 1);
        Assert.Equal(
            File.ReadAllBytes(folder["whole/1-solution.h5"]), File.ReadAllBytes(folder["cut/1-solution.h5"]));
        Assert.False(File.Exists(folder["cut/1-solution.checkpoint.h5"]));
    }

    [Fact]
    public void What_is_kept_is_held_against_the_first_state_of_all()
    {
        // A tenth is lost from save to save: too much after two of them, in one life or in three.
        var settings = Settings(
            """
            system:
              {name: equation, equation: u_t = -0.1*u, grid: {points: 8, length: 1}, scheme: etdrk4, step: 1/10}
            initial: 1 + 0*x
            watch: {kept: [mean_u], drift: 0.15}
            duration: 4
            saves: 4
            """);
        Assert.Throws<OperationCanceledException>(() => Go("cut", settings, stop: true));
        var failure = Assert.Throws<BlowUpException>(() => Go("cut", settings, stop: false));
        Assert.Equal(2, failure.Time, 1e-9);
    }

    private static SolveSettings Settings(string text) =>
        SettingsFile.Parse<SolveSettings>($"title: a run\nseed: 1\n{text}", "case.yaml").Select([], []).Single()
            .Settings;

    // One life: with `stop`, from one place where a run may stop to the next.
    private void Go(string name, SolveSettings settings, bool stop)
    {
        using var cancel = new CancellationTokenSource();
        using var store = new StageStore(folder[name]) { CheckpointInterval = TimeSpan.Zero };
        store.GetOrCompute(
            new Stage("1-solution", "", Fingerprint.Of("solution", "")),
            file => SolveFile.Read(file, settings),
            checkpoint => SolveStage.Run(
                settings, folder.FullName, checkpoint, _ => (stop ? cancel : null)?.Cancel(), cancel.Token),
            (file, solution) => SolveFile.Write(file, settings, solution));
    }
}
