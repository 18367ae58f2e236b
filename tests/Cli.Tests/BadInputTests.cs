using Sci.Cases;
using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>
/// What users get wrong in a case, each answered by one sentence that names the thing and the way out.
/// </summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(
        "grid.pionts=256", "unknown key `pionts` in grid; did you mean `points`? (valid: points, length, origin).")]
    [InlineData("grid.points=255", "grid.points is 255, but it must be even and positive.")]
    [InlineData("truth.time_step=0", "truth.time_step is 0, but it must be positive.")]
    [InlineData("truth.time_step=-0.1", "truth.time_step is -0.1, but it must be positive.")]
    [InlineData(
        "truth.time_step=soon", "truth.time_step is `soon`, but a number (such as 0.001, 1/64 or 32*pi) is wanted.")]
    [InlineData("truth.spin_up=0.0005", "truth.spin_up is 0.0005, but it must be a multiple of truth.time_step.")]
    [InlineData("observations.noise=-0.1", "observations.noise is -0.1, but it must not be negative.")]
    [InlineData("observations.times=[0, 0.0045, 0.009]", "observations.times must be a multiple of truth.time_step, each. (and 1 more)")]
    [InlineData("observations.times=[0, 0.01, 0.02]", "observations.times must end with two intervals of model.time_step, which cnab2 needs.")]
    [InlineData("verification.every=0.007", "verification.every is 0.007, but it must be a multiple of model.time_step, 0.005.")]
    [InlineData("model.points=96", "model.points is 96, but it must divide the 1024 points of the grid. (and 1 more)")]
    [InlineData("model.points=512", "model.points is 512, but it must be the 1024 points of the grid, or be left out, where the observations themselves are stepped forward.")]
    [InlineData("model.equation=u_t = -u*v_x", "model.equation cannot be used: \"u_t = -u*v_x\", column 10: 'v' in 'u*v_x' is not a field of this equation; the nearest is 'u'.")]
    public void An_impossible_setting_is_answered_with_its_place_and_the_way_out(string change, string sentence)
    {
        var answer = Run("--set", change);

        Assert.Equal((2, $"sci: --set {change}: {sentence}\n", ""), (answer.Code, answer.Error, answer.Out));
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.h5", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("v_xx", "'v' in 'v_xx' is not a field of this equation; the nearest is 'u'.")]
    [InlineData("sin(u)", "\"sin(u)\", column 1: 'sin' is no operator; the nearest is 'lap'.")]
    public void A_candidate_that_no_parser_knows_is_answered_where_it_stands(string term, string sentence)
    {
        var answer = Run("--set", $"discovery.library.also_terms=[{term}]");

        Assert.Equal((2, $"sci: --set discovery.library.also_terms=[{term}]: discovery.library.also_terms cannot be used: {sentence}\n"), (answer.Code, answer.Error));
    }

    [Fact]
    public void A_run_longer_than_any_is_refused_at_the_line_that_makes_it_so()
    {
        var answer = Run("--set", "truth.spin_up=1e300");

        Assert.Equal(2, answer.Code);
        Assert.Matches(@"case.yaml:\d+:\d+: truth.time_step is 1.0e-3, but it asks for 1e\+303 steps .*; shorten truth.spin_up", answer.Error);
    }

    [Fact]
    public void A_setting_that_is_missing_is_named_with_its_line()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "cases", "ks", "case.yaml"));
        File.WriteAllText(folder["case.yaml"], text.Replace("  spin_up: 100\n", "", StringComparison.Ordinal));

        var answer = Answer("validate", folder.FullName);

        Assert.Equal(2, answer.Code);
        Assert.EndsWith("case.yaml:9:3: truth.spin_up is missing; add `spin_up:`, a number (such as 0.001, 1/64 or 32*pi).\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truth_that_blows_up_names_the_member_the_time_and_the_remedy()
    {
        var answer = Run(
            "--set", "truth.equation=u_t = -u*u_x - u_xx", "--set", "grid.points=64", "--set", "model.points=null",
            "--set", "truth.spin_up=10");

        Assert.Equal(3, answer.Code);
        Assert.Matches(@"^sci: Member 0 .* at t = [0-9.]+; take a time step below .*\.\n$", answer.Error);
    }

    private Answer Run(params string[] words) =>
        Answer([Path.Combine(Repository.Root, "cases", "ks"), "-e", "KS-2", "--quiet", "--out", folder.FullName, .. words]);

    private static Answer Answer(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, LiveOut: false, LiveError: false, TimeProvider.System, default);
        var code = SciCommand.Run(words, terminal, new CaseKind<MedidaSettings>(MedidaPipeline.Run));
        return new Answer(code, output.ToString(), error.ToString());
    }
}
