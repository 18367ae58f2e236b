using System.Text.RegularExpressions;
using Sci.Cases;
using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>What the documents tell the reader to type and to write.</summary>
/// <remarks>
/// Commands run in a copy of the cases, and nothing else runs at the time: the working folder is the process's.
/// </remarks>
[Collection(nameof(WorkingFolder))]
public sealed partial class DocumentTests
{
    private const string Prefix = "dotnet run -- ";

    private static readonly string[] Others =
    [
        "dotnet test", "dotnet build", "dotnet pack", "make -C examples/", "dotnet run -c Release --project bench",
        "dotnet run --project examples/", "dotnet run examples/", "dotnet fsi examples/",
    ];

    public static TheoryData<string> Documents => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
        .Concat(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "cases"), "README.md", SearchOption.AllDirectories))
        .Append(Path.Combine(Repository.Root, "README.md"))
        .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_of_a_document_is_understood(string document)
    {
        using var folder = new WorkingFolder();
        foreach (var line in Blocks(document, "sh").SelectMany(block => block))
        {
            var command = line.Split(" #")[0].Trim();
            if (command.Length > 0 && !Others.Any(other => command.StartsWith(other, StringComparison.Ordinal)))
            {
                Assert.StartsWith(Prefix, command, StringComparison.Ordinal);
                Run(command[Prefix.Length..]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_case_of_a_document_is_right(string document)
    {
        using var folder = new TemporaryFolder();
        foreach (var block in Blocks(document, "yaml").Where(block => block[0] == "# case.yaml"))
        {
            File.WriteAllText(folder["case.yaml"], string.Join('\n', block));
            Assert.NotEmpty(CaseKinds.All.Open(folder.FullName).Experiments);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_between_documents_lead_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var links = File.ReadAllText(Path.Combine(Repository.Root, document)).Split("](").Skip(1)
            .Select(rest => rest.Split(')')[0].Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

        Assert.DoesNotContain(links, link => !Path.Exists(Path.Combine(folder, link)));
    }

    [Fact]
    public void The_page_of_settings_is_the_one_that_the_program_prints()
    {
        using var output = new StringWriter();

        Assert.Equal(0, SciCommand.Run(["schema", "--markdown"], Plain(output), CaseKinds.All));

        var page = Path.Combine(Repository.Root, "docs", "settings.md");
        Assert.True(
            File.Exists(page) && File.ReadAllText(page).ReplaceLineEndings("\n") == output.ToString(),
            "docs/settings.md is old; run: dotnet run -- schema --markdown > docs/settings.md");
    }

    private static void Run(string command)
    {
        using var output = new StringWriter();
        var words = Words().Matches(command.Split('>')[0]).Select(word => word.Value.Trim('\'', '"'));

        var code = SciCommand.Run([.. words], Plain(output), Kind());

        Assert.True(code == 0, $"{command}\n{output}");
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex Words();

    private static Terminal Plain(StringWriter output) =>
        new(output, output, LiveOut: false, LiveError: false, TimeProvider.System, CancellationToken.None);

    private static CaseKinds Kind() => new(
        ("medida", Kind<MedidaSettings>()),
        ("twin", Kind<TwinSettings>()),
        ("filter", Kind<FilterSettings>()),
        ("pinn", Kind<PinnSettings>()),
        ("conservation", Kind<ConservationSettings>()),
        ("experts", Kind<ExpertsSettings>()),
        ("jet", Kind<JetSettings>()),
        ("surrogate", Kind<SurrogateSettings>()),
        ("data", Kind<AloneSettings>()));

    /// <summary>The real settings over a pipeline that only leaves its files.</summary>
    private static CaseKind<T> Kind<T>()
        where T : class => new(run =>
    {
        using var file = Hdf5File.Create(Path.Combine(run.Output, "1-truth.h5"));
        file.WriteDoubles("u", [1, 2, 3, 4], [2, 2]);
        return new ExperimentResult(
            run.Experiment.Name, 0, new OrderedDictionary<string, double>(), new("", "", ""), []);
    });

    private static IEnumerable<List<string>> Blocks(string document, string language)
    {
        List<string>? block = null;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, document)))
        {
            if (block is null)
            {
                block = line == $"```{language}" ? [] : null;
            }
            else if (line == "```")
            {
                yield return block;
                block = null;
            }
            else
            {
                block.Add(line);
            }
        }
    }
}
