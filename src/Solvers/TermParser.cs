namespace Sci.Solvers;

/// <summary>Reads terms by recursive descent; the grammar is in the remarks of <see cref="Solvers.Term"/>.</summary>
internal static class TermParser
{
    private static readonly string[] Functions = ["lap", "ilap", "root", "zonal", "J"];

    public static Term Term(Tokens tokens)
    {
        var factors = new List<Factor>();
        do
        {
            factors.AddRange(Factor(tokens));
        }
        while (tokens.Skip("*"));
        return new Term(factors);
    }

    /// <summary>One factor with its power; nothing for <c>1</c>.</summary>
    public static IEnumerable<Factor> Factor(Tokens tokens)
    {
        if (tokens.AtNumber)
        {
            return tokens.Skip("1") ? [] : throw tokens.Error(
                $"a number such as {tokens.Found()} is a coefficient and stands before a term, not in it");
        }

        var inner = Primary(tokens);
        var power = tokens.Skip("^") ? tokens.Power() : 1;
        return inner.Factors.Select(f => new Factor(f.Operand, f.Power * power));
    }

    private static Term Primary(Tokens tokens)
    {
        var column = tokens.Column;
        if (tokens.Skip("("))
        {
            var inner = Term(tokens);
            tokens.Expect(")", "every '(' needs its ')'");
            return Differentiated(tokens, inner, column);
        }

        if (!tokens.AtName)
        {
            throw tokens.Error(
                "a field, a derivative, 'lap(', 'ilap(', 'root(', 'zonal(', 'J(' or '(' is missing before "
                + $"{tokens.Found()}");
        }

        var name = tokens.Take();
        return name switch
        {
            "lap" => Laplacian(tokens, 1, column),
            "ilap" => Laplacian(tokens, -1, column),
            "root" => Around(tokens, column, "the half Laplacian is written root(psi)", inner => inner.Root()),
            "zonal" => Around(tokens, column, "the mean along x is written zonal(q)", inner => inner.Zonal()),
            "J" => JacobianOf(tokens),
            _ when tokens.Next == "(" => throw tokens.Error(
                $"'{name}' is no operator; the nearest is '{Nearest.To(name, Functions)}'", column),
            _ => Differentiated(tokens, Single(new Derivative(name)), column),
        };
    }

    private static Term Laplacian(Tokens tokens, int sign, int column)
    {
        var power = tokens.Skip("^") ? tokens.Power() : 1;
        tokens.Expect("(", "the Laplacian is written lap(u), its powers lap^2(u), its inverse ilap(u)");
        var inner = Term(tokens);
        tokens.Expect(")", "every '(' needs its ')'");
        return Single(Apply(tokens, inner, (0, 0, sign * power), column));
    }

    private static Term Around(Tokens tokens, int column, string form, Func<Derivative, Derivative> operation)
    {
        tokens.Expect("(", form);
        var inner = Term(tokens);
        tokens.Expect(")", "every '(' needs its ')'");
        var under = Apply(tokens, inner, (0, 0, 0), column);
        try
        {
            return Single(operation(under));
        }
        catch (ArgumentException error)
        {
            throw tokens.Error(error.Message.TrimEnd('.'), column);
        }
    }

    private static Term JacobianOf(Tokens tokens)
    {
        const string Form = "the Jacobian is written J(psi,q)";
        tokens.Expect("(", Form);
        var first = Argument(tokens);
        tokens.Expect(",", Form);
        var second = Argument(tokens);
        tokens.Expect(")", Form);
        return Single(new Jacobian(first, second));
    }

    private static Derivative Argument(Tokens tokens)
    {
        var column = tokens.Column;
        return Apply(tokens, Term(tokens), (0, 0, 0), column);
    }

    private static Term Differentiated(Tokens tokens, Term inner, int column)
    {
        if (!tokens.Skip("_"))
        {
            return inner;
        }

        var letters = tokens.Next;
        var wrong = letters.FirstOrDefault(letter => letter is not ('x' or 'y'));
        if (letters.Length == 0 || wrong != default)
        {
            throw tokens.Error(
                $"after '_' come the letters x and y, one for each differentiation, not {tokens.Found()}");
        }

        tokens.Take();
        return Single(Apply(tokens, inner, (letters.Count(c => c == 'x'), letters.Count(c => c == 'y'), 0), column));
    }

    // An operator acts on one derivative (they compose) or on a product of plain fields.
    private static Derivative Apply(Tokens tokens, Term inner, (int X, int Y, int Laplacian) by, int column)
    {
        if (inner.Factors is [{ Power: 1, Operand: Derivative one }])
        {
            return one.Under(by.X, by.Y, by.Laplacian);
        }

        if (inner.Factors.Count > 0 && inner.Factors.All(f => f.Operand is Derivative { IsPlain: true }))
        {
            var fields = inner.Factors.Select(f => new FieldPower(f.Operand.Fields[0], f.Power));
            return new Derivative(fields, by.X, by.Y, by.Laplacian);
        }

        throw tokens.Error(
            "an operator acts on one derivative or on a product of plain fields, "
            + $"not on '{inner}': expand it by the product rule",
            column);
    }

    private static Term Single(Operand operand) => new([new Factor(operand, 1)]);
}
