using System.Globalization;

namespace Sci.Cases.Data;

/// <summary>Columns of a text file with commas, a header of names, and numbers below.</summary>
/// <remarks>
/// Strict: every line has as many fields as the header, every field is a number, empty or <c>NaN</c> (missing), perhaps
/// in quotes. A name may carry a unit, <c>time [s]</c>. What follows a <c>#</c> is a comment. Where the header has no
/// comma, semicolons or else tabs separate.
/// </remarks>
internal sealed class CsvSource : DataSource
{
    private readonly Dictionary<string, DataArray> columns;

    private CsvSource(IEnumerable<DataArray> columns) => this.columns = columns.ToDictionary(column => column.Name);

    public override IReadOnlyList<string> Names => [.. columns.Keys];

    /// <exception cref="DataException">A line is not as it should be; the sentence says which.</exception>
    public static CsvSource From(string path)
    {
        (string Name, string Units)[]? header = null;
        var separator = ',';
        List<double>[] values = [];
        var number = 0;
        foreach (var whole in File.ReadLines(path))
        {
            number++;
            var line = whole.Split('#', 2)[0];
            if (line.Trim(' ').Length == 0)
            {
                continue;
            }

            if (header is null)
            {
                separator = Separator(line);
                header = Header(line, number, separator);
                values = [.. header.Select(_ => new List<double>())];
            }
            else
            {
                Row(line, number, header, values, separator);
            }
        }

        if (header is null || values[0].Count == 0)
        {
            throw new DataException("it holds no numbers: give a line of names and lines of numbers");
        }

        return new CsvSource(
            header.Select((name, i) => new DataArray(name.Name, [values[i].Count], [.. values[i]], name.Units)));
    }

    private protected override DataArray ReadNamed(string name) => columns[name];

    private static char Separator(string header) =>
        header.Contains(',') ? ',' : header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';

    private static (string Name, string Units)[] Header(string line, int number, char separator)
    {
        (string Name, string Units)[] names = [.. line.Split(separator).Select(Name)];
        var wrong = names.Index().FirstOrDefault(
            each => each.Item.Name.Length == 0 || double.TryParse(each.Item.Name, CultureInfo.InvariantCulture, out _)
                || names.Take(each.Index).Any(before => before.Name == each.Item.Name),
            (-1, default));
        return wrong.Index < 0
            ? names
            : throw new DataException(
                $"line {number}, column {wrong.Index + 1}: `{wrong.Item.Name}` is no name "
                + "of its own; the first line names the columns");
    }

    private static (string Name, string Units) Name(string field)
    {
        var parts = field.Trim().Trim('"').Split('[', 2);
        return (parts[0].Trim(), parts.Length == 2 ? parts[1].Trim().TrimEnd(']') : "");
    }

    private static void Row(
        string line, int number, (string Name, string Units)[] header, List<double>[] values, char separator)
    {
        var at = 0;
        foreach (var range in line.AsSpan().Split(separator))
        {
            if (at == header.Length)
            {
                throw new DataException($"line {number} has more fields than the header's {header.Length}");
            }

            values[at].Add(Field(line.AsSpan(range).Trim().Trim('"'), number, header[at].Name));
            at++;
        }

        if (at < header.Length)
        {
            throw new DataException($"line {number} has {at} fields, where the header has {header.Length}");
        }
    }

    private static double Field(ReadOnlySpan<char> text, int line, string column) =>
        text.IsEmpty || text.Equals("NaN", StringComparison.OrdinalIgnoreCase) ? double.NaN
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value
        : throw new DataException(
            $"line {line}, column {column}: `{(text.Length > 40 ? $"{text[..40]}…" : text)}` is no finite number; "
            + (text.Contains(',') ? "write decimals with a point" : "leave a missing one empty"));
}
