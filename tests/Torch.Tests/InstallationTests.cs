using System.Diagnostics;
using Sci.Testing;

namespace Sci.Torch.Tests;

public sealed class InstallationTests
{
    [Theory]
    [InlineData("", 3)]
    [InlineData("--if-present", 0)]
    public void Without_libtorch_the_build_goes_on_and_a_run_is_told(string option, int code)
    {
        var script = Path.Combine(Repository.Root, "src", "Torch", "Native", "build.sh");
        var start = new ProcessStartInfo("bash", [script, option]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LIBTORCH"] = "/nowhere";

        using var build = Process.Start(start)!;
        var said = build.StandardOutput.ReadToEnd() + build.StandardError.ReadToEnd();
        build.WaitForExit();

        Assert.Equal((code, ""), (build.ExitCode, said));
    }

    [Fact]
    public void The_version_is_that_of_a_libtorch_the_shim_is_written_for() =>
        Assert.True(Version.Parse(__version__.Split('+')[0]) >= new Version(1, 13), __version__);
}
