using System.Globalization;
using Sci.Documents;
using Sci.Testing;

// Follows the documents named, or all, with the blocks that take minutes; `--under 10` leaves out longer ones.
var words = args.ToList();
var longest = double.PositiveInfinity;
if (words.IndexOf("--under") is >= 0 and var at)
{
    longest = double.Parse(words[at + 1], CultureInfo.InvariantCulture);
    words.RemoveRange(at, 2);
}

var failures = 0;
foreach (var document in Markdown.Documents.Where(document => words.Count == 0 || words.Any(document.Contains)))
{
    try
    {
        using var workplace = new Workplace();
        new Reader(workplace, longest).Follow(
            document, (block, seconds) => Console.WriteLine($"{seconds,8:f1} s  {block} {block.Language}"));
    }
    catch (Exception problem)
    {
        failures++;
        Console.WriteLine($"failed: {document}\n{problem}");
    }
}

Console.WriteLine(failures == 0 ? "every block did what its document says" : $"{failures} documents failed");
return failures == 0 ? 0 : 1;
