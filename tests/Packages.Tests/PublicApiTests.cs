using System.Reflection;
using Sci.Testing;

namespace Sci.Packages.Tests;

/// <summary>The public interface of each library is a text that is read before it changes.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Numerics")]
    [InlineData("Hdf5")]
    [InlineData("Torch")]
    [InlineData("Solvers")]
    [InlineData("Assimilation")]
    [InlineData("Discovery")]
    [InlineData("Surrogates")]
    public void The_public_interface_is_the_one_that_was_agreed(string library)
    {
        var folder = Path.Combine(Repository.Root, "src", library);
        var (agreed, received) = (Path.Combine(folder, "PublicApi.txt"), Path.Combine(
            folder, "PublicApi.received.txt"));
        var text = PublicApi.Of(Assembly.Load($"Sci.{library}"));
        var before = File.Exists(agreed) ? File.ReadAllText(agreed).ReplaceLineEndings("\n") : "";
        if (text == before)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        var (old, now) = (before.Split('\n'), text.Split('\n'));
        Assert.Fail(
            $"""
            The public interface of Sci.{library} changed:
            {string.Join('\n', old.Except(now).Select(line => $"- {line.Trim()}"))}
            {string.Join('\n', now.Except(old).Select(line => $"+ {line.Trim()}"))}
            If that is meant: mv src/{library}/PublicApi.received.txt src/{library}/PublicApi.txt
            """);
    }
}
