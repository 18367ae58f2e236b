using System.Text;
using Sci.Reader;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sci.Cases.Settings;

/// <summary>Reads the plain part of YAML: blocks, lists and scalars; what can surprise or explode is refused.</summary>
internal sealed class YamlTree
{
    private const int LargestFile = 1 << 20;
    private const int DeepestNesting = 32;
    private const string Nothing = "there are no settings here.";

    private readonly string origin;
    private readonly Parser parser;

    private YamlTree(string text, string origin)
    {
        this.origin = origin;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a file of at most 1 MiB in UTF-8.</summary>
    public static Node Read(string path)
    {
        var bytes = new byte[LargestFile + 1];
        int length;
        try
        {
            if (OrdinaryFile.IsEmpty(path))
            {
                throw new SettingsException(new Place(path, 1, 1), Nothing);
            }

            using var file = File.OpenRead(path);
            length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(new Place(path), $"cannot be read: {e.Message}");
        }

        if (length > LargestFile)
        {
            throw new SettingsException(
                new Place(path), "is larger than 1 MiB; keep data in HDF5 files and name them here.");
        }

        return Parse(Decode(bytes.AsSpan(0, length), path), path);
    }

    /// <summary>Reads one document.</summary>
    public static Node Parse(string text, string origin)
    {
        RefuseTabs(text, origin);
        var tree = new YamlTree(text, origin);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            throw new SettingsException(At(e.Start, origin), $"this is not YAML: {e.Message.TrimEnd('.')}.");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet 16.3 lets these out on some malformed texts.
            var last = tree.parser.Current?.End ?? Mark.Empty;
            throw new SettingsException(At(last, origin), "this is not YAML from here on.");
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string path)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes[..int.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            throw new SettingsException(
                new Place(path, line, 1), "this line is not UTF-8 text; save the file as UTF-8.");
        }
    }

    private static void RefuseTabs(string text, string origin)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var column = line.IndexOfAnyExcept(' ');
            if (column >= 0 && line[column] == '\t')
            {
                throw new SettingsException(
                    new Place(origin, number, column + 1), "the line is indented with a tab; use spaces.");
            }
        }
    }

    private static Place At(Mark mark, string origin) => new(origin, (int)mark.Line, (int)mark.Column);

    private Node Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            throw new SettingsException(new Place(origin, 1, 1), Nothing);
        }

        parser.Consume<DocumentStart>();
        var root = Next(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            throw Refused(second, "a second document begins here; keep one case a file.");
        }

        return root;
    }

    private Node Next(int depth)
    {
        var here = parser.Consume<ParsingEvent>();
        if (depth > DeepestNesting)
        {
            throw Refused(here, $"the settings are nested more than {DeepestNesting} deep.");
        }

        if (here is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refused(
                here, "anchors and aliases (& and *) are not used here; write the value out (or quote the text).");
        }

        if (here is NodeEvent { Tag.IsEmpty: false } tagged && tagged.Tag != "!")
        {
            throw Refused(here, $"the tag {tagged.Tag} is not used here; take it away (or quote the text).");
        }

        return here switch
        {
            Scalar scalar => new ScalarNode(At(scalar.Start, origin), scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => Sequence(At(here.Start, origin), depth),
            MappingStart => Mapping(At(here.Start, origin), depth),
            _ => throw Refused(here, "a value is missing here."),
        };
    }

    private SequenceNode Sequence(Place place, int depth)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(depth + 1));
        }

        return new SequenceNode(place, items);
    }

    private MappingNode Mapping(Place place, int depth)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Next(depth + 1) is not ScalarNode key)
            {
                throw new SettingsException(place, "a key must be a single word.");
            }

            if (key.Text == "<<")
            {
                throw new SettingsException(
                    key.Place, "merge keys (<<) are not used here; experiments inherit with `like: NAME`.");
            }

            if (entries.TryGetValue(key.Text, out var first))
            {
                throw new SettingsException(key.Place, $"the key `{Scalars.Shortened(key.Text)}` is given twice, "
                    + $"first on line {first.Place.Line}; keep one of them.");
            }

            entries.Add(key.Text, new Entry(key.Text, key.Place, Next(depth + 1)));
        }

        return new MappingNode(place, [.. entries.Values]);
    }

    private SettingsException Refused(ParsingEvent at, string sentence) => new(At(at.Start, origin), sentence);
}
