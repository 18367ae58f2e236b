using System.Globalization;

namespace Sci.Cases;

/// <summary>
/// An arithmetic expression in a few named variables, such as <c>-cos(2*pi*x/100)*(1 - sin(2*pi*x/100))</c>.
/// </summary>
/// <remarks>
/// Numbers, <c>pi</c>, variables, <c>+ - * / ^</c>, parentheses and the functions of <see cref="Functions"/>.
/// </remarks>
public sealed class Formula
{
    private static readonly Dictionary<string, Func<double, double>> Functions = new(StringComparer.Ordinal)
    {
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
        ["tan"] = Math.Tan,
        ["exp"] = Math.Exp,
        ["log"] = Math.Log,
        ["sqrt"] = Math.Sqrt,
        ["abs"] = Math.Abs,
        ["tanh"] = Math.Tanh,
        ["cosh"] = Math.Cosh,
        ["sinh"] = Math.Sinh,
        ["sech"] = x => 1 / Math.Cosh(x),
    };

    private readonly Func<double[], double> value;

    private Formula(string text, Func<double[], double> value) => (Text, this.value) = (text, value);

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Reads an expression in <paramref name="variables"/>.</summary>
    /// <exception cref="FormatException">The text is no such expression; the message names the column.</exception>
    public static Formula Parse(string text, params string[] variables)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(text, variables);
        return new Formula(text, reader.ReadAll());
    }

    /// <summary>The value at the given values of the variables, in the order of <see cref="Parse"/>.</summary>
    public double At(params double[] variables) => value(variables);

    private sealed class Reader(string text, string[] variables)
    {
        private const int MaximumDepth = 100;
        private int at;
        private int depth;

        public Func<double[], double> ReadAll()
        {
            var result = Sum();
            return at == text.Length ? result : throw Wrong("an operator");
        }

        private Func<double[], double> Sum()
        {
            if (++depth > MaximumDepth)
            {
                throw new FormatException($"'{text}' nests more than {MaximumDepth} deep.");
            }

            var left = Product();
            while (Accept('+') is var plus && (plus || Accept('-')))
            {
                var (a, b) = (left, Product());
                left = plus ? v => a(v) + b(v) : v => a(v) - b(v);
            }

            depth--;
            return left;
        }

        private Func<double[], double> Product()
        {
            var left = Signed();
            while (Accept('*') is var times && (times || Accept('/')))
            {
                var (a, b) = (left, Signed());
                left = times ? v => a(v) * b(v) : v => a(v) / b(v);
            }

            return left;
        }

        private Func<double[], double> Signed()
        {
            var negative = false;
            while (Accept('-') is var minus && (minus || Accept('+')))
            {
                negative ^= minus;
            }

            var a = Power();
            return negative ? v => -a(v) : a;
        }

        private Func<double[], double> Power()
        {
            var a = Operand();
            if (!Accept('^'))
            {
                return a;
            }

            var b = Signed();
            return v => Math.Pow(a(v), b(v));
        }

        private Func<double[], double> Operand()
        {
            if (Accept('('))
            {
                return Closed();
            }

            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_'))
            {
                at++;
                if (text[at - 1] is 'e' or 'E'
                    && char.IsAsciiDigit(text[start]) && at < text.Length && text[at] is '+' or '-')
                {
                    at++;
                }
            }

            var word = text[start..at];
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number))
            {
                return _ => number;
            }

            if (Array.IndexOf(variables, word) is >= 0 and var index)
            {
                return v => v[index];
            }

            if (word == "pi")
            {
                return _ => Math.PI;
            }

            if (Functions.TryGetValue(word, out var function) && Accept('('))
            {
                var inner = Closed();
                return v => function(inner(v));
            }

            at = start;
            throw Wrong(
                $"a number, {string.Join(", ", variables)}, pi or a function ({string.Join(", ", Functions.Keys)})");
        }

        private Func<double[], double> Closed()
        {
            var inner = Sum();
            return Accept(')') ? inner : throw Wrong("')'");
        }

        private bool Accept(char symbol)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at >= text.Length || text[at] != symbol)
            {
                return false;
            }

            at++;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            return true;
        }

        private FormatException Wrong(string expected) =>
            new($"'{text}' cannot be read at column {at + 1}: expected {expected}.");
    }
}
