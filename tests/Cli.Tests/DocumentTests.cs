using System.Text.RegularExpressions;
using Sci.Cases;
using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>What the documents tell the reader to type that takes minutes; tests/Documents runs the rest.</summary>
/// <remarks>
/// The program reads them over a copy of the cases, with pipelines that only leave their files. Nothing else runs at
/// the time: the working folder is the process's.
/// </remarks>
[Collection(nameof(WorkingFolder))]
public sealed partial class DocumentTests
{
    private const string Prefix = "dotnet run -- ";

    private static readonly string[] Others =
    [
        "dotnet test", "dotnet build", "dotnet pack", "make -C examples/", "dotnet run -c Release --project bench",
        "dotnet run --project examples/", "dotnet run --project tests/Documents", "dotnet run --file examples/",
        "dotnet fsi examples/",
    ];

    public static TheoryData<string> Documents =>
        [.. Markdown.Documents.Where(document => Slow(document).Any())];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_that_takes_minutes_is_understood(string document)
    {
        using var folder = new WorkingFolder();
        foreach (var line in Slow(document).SelectMany(block => block.Code.Split('\n')))
        {
            var command = line.Split(" #")[0].Trim();
            if (command.Length > 0 && !Others.Any(other => command.StartsWith(other, StringComparison.Ordinal)))
            {
                Assert.StartsWith(Prefix, command, StringComparison.Ordinal);
                Run(command[Prefix.Length..]);
            }
        }
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
        ("data", Kind<AloneSettings>()),
        ("closure", Kind<ClosureSettings>()),
        ("flow", Kind<PlaneFlowSettings>()),
        ("solve", Kind<SolveSettings>()));

    /// <summary>The real settings over a pipeline that only leaves its files.</summary>
    private static CaseKind<T> Kind<T>()
        where T : class => new(run =>
    {
        using var file = Hdf5File.Create(Path.Combine(run.Output, "1-truth.h5"));
        file.WriteDoubles("u", [1, 2, 3, 4], [2, 2]);
        return new ExperimentResult(
            run.Experiment.Name, 0, new OrderedDictionary<string, double>(), new("", "", ""), []);
    });

    private static IEnumerable<MarkdownBlock> Slow(string document) =>
        Markdown.Blocks(document).Where(block => block is { Language: "sh", Minutes: > 0 });
}
