using System.Security.Cryptography;
using Sci.Testing;

namespace Sci.Cases.Tests.Medida;

/// <summary>The bytes of every stage file depend on the settings alone.</summary>
public sealed class SameBytesTests
{
    [Theory]
    [InlineData("KS-2", 3)]
    [InlineData("authors-enkf-KS-2", 5)]
    [InlineData("honest-KS-2", 5)]
    public void The_number_of_threads_and_a_second_run_change_nothing(string experiment, int files)
    {
        using var folder = new TemporaryFolder();
        var one = Run(experiment, folder["one"], threads: 1);
        var two = Run(experiment, folder["two"], threads: 2);
        var again = Run(experiment, folder["again"], threads: null);

        Assert.Equal(files, one.Keys.Count(name => name.EndsWith(".h5", StringComparison.Ordinal)));
        Assert.Equal(one, two);
        Assert.Equal(one, again);
    }

    private static SortedDictionary<string, string> Run(string experiment, string output, int? threads)
    {
        _ = Small.Run(experiment, output, threads);
        var place = Path.Combine(output, experiment);
        string[] written = [.. Directory.GetFiles(place, "*.h5"), Path.Combine(place, "result.json")];
        return new(written.ToDictionary(
            path => Path.GetFileName(path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))));
    }
}
