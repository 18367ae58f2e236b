using System.Globalization;

namespace Sci.Solvers;

/// <summary>The tokens of a formula, read from the left: names, numbers and signs, with their columns.</summary>
internal sealed class Tokens
{
    private const string Signs = "+-*/^()_,=";

    private readonly string text;
    private readonly List<(string Word, int Column)> tokens = [];
    private int at;

    public Tokens(string text)
    {
        this.text = text;
        for (var i = 0; i < text.Length;)
        {
            var length = LengthAt(i);
            if (length > 0)
            {
                tokens.Add((text.Substring(i, length), i + 1));
            }

            i += Math.Max(length, 1);
        }
    }

    /// <summary>The next token, or the empty string at the end.</summary>
    public string Next => at < tokens.Count ? tokens[at].Word : "";

    /// <summary>The token after the next.</summary>
    public string AfterNext => at + 1 < tokens.Count ? tokens[at + 1].Word : "";

    /// <summary>Column of the next token, counted from 1.</summary>
    public int Column => at < tokens.Count ? tokens[at].Column : text.Length + 1;

    public bool AtName => Next.Length > 0 && char.IsLetter(Next[0]);

    public bool AtNumber => Next.Length > 0 && (char.IsAsciiDigit(Next[0]) || Next[0] == '.');

    /// <summary>Takes the next token.</summary>
    public string Take()
    {
        var word = Next;
        at++;
        return word;
    }

    /// <summary>Takes the next token if it is <paramref name="word"/>.</summary>
    public bool Skip(string word)
    {
        if (Next != word)
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>Takes <paramref name="word"/>, or says that it is missing.</summary>
    public void Expect(string word, string reason)
    {
        if (!Skip(word))
        {
            throw Error($"'{word}' is missing before {Found()}: {reason}");
        }
    }

    /// <summary>Takes a whole number of at least one.</summary>
    public int Power()
    {
        if (!int.TryParse(Next, NumberStyles.None, CultureInfo.InvariantCulture, out var power) || power < 1)
        {
            throw Error($"a power is a whole number of at least 1, not {Found()}");
        }

        at++;
        return power;
    }

    /// <summary>Takes a number.</summary>
    public double Number()
    {
        if (!double.TryParse(Next, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number))
        {
            throw Error($"{Found()} is no finite number");
        }

        at++;
        return number;
    }

    /// <summary>Makes sure that nothing is left.</summary>
    public void End(string reason)
    {
        if (at < tokens.Count)
        {
            throw Error($"{Found()} was not expected: {reason}");
        }
    }

    public string Found() => at < tokens.Count ? $"'{Next}'" : "the end";

    /// <summary>Column of the first token that is <paramref name="word"/>, or 1.</summary>
    public int ColumnOf(string word) => tokens.Find(token => token.Word == word) is (not null, var column) ? column : 1;

    public FormatException Error(string problem) => Error(problem, Column);

    public FormatException Error(string problem, int column) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{text.Trim()}\", column {column}: {problem}."));

    private int LengthAt(int start)
    {
        var c = text[start];
        if (char.IsWhiteSpace(c))
        {
            return 0;
        }

        if (Signs.Contains(c, StringComparison.Ordinal))
        {
            return 1;
        }

        var end = start;
        if (char.IsAsciiDigit(c) || c == '.')
        {
            return NumberLength(start);
        }

        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end > start
            ? end - start
            : throw Error($"'{c}' has no meaning in a formula; the signs are + - * / ^ ( ) _ ,", start + 1);
    }

    private int NumberLength(int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                end = digits;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
            }
        }

        return end - start;
    }
}
