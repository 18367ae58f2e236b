using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Sci.Testing;

namespace Sci.Documents;

/// <summary>
/// The C# blocks of a page as one program. A block that begins with a namespace is a file of its own; statements of the
/// others follow one another, behind what their marks <c>given</c> declare; tests among them run too.
/// </summary>
internal sealed partial class CSharpPage
{
    private const string Usual = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using Xunit;
        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private readonly Assembly assembly;

    private CSharpPage(Assembly assembly) => this.assembly = assembly;

    /// <summary>Compiles the blocks; what is wrong is told with its place in the document.</summary>
    public static CSharpPage Of(IReadOnlyList<MarkdownBlock> blocks)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var files = blocks.Where(IsFile).Select(Placed).Append(Usual).ToList();
        var kind = OutputKind.DynamicallyLinkedLibrary;
        if (blocks.Where(block => !IsFile(block)).ToArray() is { Length: > 0 } pieces)
        {
            kind = OutputKind.ConsoleApplication;
            files.Add(Joined(pieces));
        }

        var compilation = CSharpCompilation.Create(
            Name(blocks),
            files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file, Encoding.UTF8), options)),
            References.Value,
            new CSharpCompilationOptions(
                kind,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var errors = result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error);
        Assert.True(result.Success, $"{blocks[0].Document}\n{string.Join('\n', errors)}");
        return new(Assembly.Load(image.ToArray()));
    }

    /// <summary>Runs the program in a folder, then each of its tests.</summary>
    public void Run(string folder)
    {
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        try
        {
            _ = assembly.EntryPoint?.Invoke(null, [Array.Empty<string>()]);
            foreach (var test in assembly.GetTypes().SelectMany(type => type.GetMethods())
                .Where(method => method.IsDefined(typeof(FactAttribute))))
            {
                _ = test.Invoke(Activator.CreateInstance(test.DeclaringType!), null);
            }
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    // The name is that of a friend: a page may add a type to a project, whose members only it and its tests see.
    private static string Name(IEnumerable<MarkdownBlock> blocks) =>
        $"{blocks.Select(block => Namespace().Match(block.Code).Groups[1].Value).LastOrDefault(
            name => name.Length > 0, "Sci.Documents.Page")}.Tests";

    private static bool IsFile(MarkdownBlock block) => Namespace().IsMatch(block.Code);

    private static string Joined(IReadOnlyList<MarkdownBlock> blocks)
    {
        var (usings, statements, types) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var block in blocks)
        {
            foreach (var code in new[] { block.Mark("given") ?? "", Placed(block) })
            {
                var root = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();
                foreach (var each in root.Usings)
                {
                    usings.AppendLine(each.ToString());
                }

                foreach (var member in root.Members)
                {
                    var place = member.GetLocation().GetMappedLineSpan();
                    (member is GlobalStatementSyntax ? statements : types)
                        .AppendLine($"#line {place.StartLinePosition.Line + 1} \"{block.Document}\"")
                        .AppendLine(member.ToString());
                }
            }
        }

        return $"#pragma warning disable CS0105\n{usings}{statements}{types}";
    }

    private static string Placed(MarkdownBlock block) => $"#line {block.Line} \"{block.Document}\"\n{block.Code}";

    [GeneratedRegex(@"^namespace ([\w.]+?)(\.Tests)?;", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
