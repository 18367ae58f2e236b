using System.Diagnostics;
using Sci.Testing;

namespace Sci.Hdf5.Tests;

public sealed class FileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_calls_make_the_same_bytes()
    {
        Write(folder["a.h5"]);
        // Times are stored in whole seconds: two files of one second would agree by chance.
        Thread.Sleep(1100);
        Write(folder["b.h5"]);
        Assert.Equal(File.ReadAllBytes(folder["a.h5"]), File.ReadAllBytes(folder["b.h5"]));
    }

    [Fact]
    public void Other_tools_see_the_structure_that_was_meant()
    {
        Write(folder["a.h5"]);
        Snapshot.Verify(Run("h5dump", "-H", "a.h5"));
    }

    [Fact]
    public void Files_of_other_programs_are_read()
    {
        using var file = Hdf5File.OpenRead(Reference.File("ks_reference_N512.h5"));
        using var u = file.Dataset("u");
        Assert.Equal([12, 512], u.Shape);
        Assert.Equal(32 * Math.PI, file.ReadDouble("L"), tolerance: 1e-12);
        Assert.Equal(file.ReadLongs("t").Select(t => (double)t), file.ReadDoubles("t"));
        Assert.StartsWith("Kuramoto-Sivashinsky truth", file.Attributes.GetString("note"), StringComparison.Ordinal);
        var row = new double[512];
        u.ReadRows<double>(11, row);
        Assert.Equal(file.ReadDoubles("u")[(11 * 512)..], row);
    }

    private static void Write(string path)
    {
        using var file = Hdf5File.Create(path);
        file.Attributes.SetString("settings", "time_step: 0.001");
        file.WriteScale<double>("time", [], "1", "time", Layout.Appendable(16));
        file.WriteScale<double>("x", [0, 0.5, 1], "1", "position");
        file.WriteScale<long>("member", [0, 1], "1", "member of the ensemble");
        using (var u = file.CreateField<double>(
            "u", ["time", "member", "x"], "m s-1", "velocity", Layout.Appendable(2, 4)))
        using (var time = file.Dataset("time"))
        {
            for (var row = 0; row < 5; row++)
            {
                u.Append<double>([row, 1, 2, 3, 4, 5]);
                time.Append<double>([0.25 * row]);
            }
        }

        file.WriteStrings("discovery/terms", ["u*u_x", "u_xx"]);
        file.WriteInts("discovery/powers", [1, 0], [2]);
        file.WriteString("discovery/equation", "u_t = -u*u_x");
        file.Attributes.SetStrings("tools", ["h5dump", "ncdump"]);
    }

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
