using Sci.Testing;

namespace Sci.Documents;

/// <summary>The documents are followed to the letter; what takes minutes is left to <c>Program.cs</c>.</summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Documents => [.. Markdown.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_reader_who_follows_a_document_gets_what_it_says(string document)
    {
        using var workplace = new Workplace();

        new Reader(workplace, longest: 0).Follow(document, (_, _) => { });
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
}
