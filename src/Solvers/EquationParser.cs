namespace Sci.Solvers;

/// <summary>Reads systems of equations: statements <c>u_t = sum</c> and definitions <c>q = lap(psi)</c>.</summary>
internal static class EquationParser
{
    private static readonly char[] Separators = [';', '\n', '\r'];

    private sealed record Statement(string Field, bool Evolves, WeightedTerm[] Terms, Tokens Tokens);

    public static Equation Parse(Grid grid, string text, IReadOnlyDictionary<string, double[]> given)
    {
        CheckGiven(grid, given);
        Statement[] statements = [.. text
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(statement => Read(grid, new Tokens(statement)))];
        Statement[] evolving = [.. statements.Where(s => s.Evolves)];
        Statement[] defining = [.. statements.Where(s => !s.Evolves)];
        if (evolving.Length == 0)
        {
            throw new FormatException(
                $"\"{text.Trim()}\" has no evolution equation; write one as u_t = -u*u_x + u_xx.");
        }

        CheckOnce(evolving);
        string[] fields = [.. evolving.Select(s => s.Field)];
        CheckDefinitions(defining, fields, given);
        string[] known = [.. fields.Concat(given.Keys).Concat(defining.SelectMany(FieldsOf)).Distinct()];
        CheckTerms(grid, statements, known);
        return new Equation(
            grid,
            fields,
            evolving.ToDictionary(s => s.Field, s => s.Terms),
            [.. defining.Select(s => new Definition(s.Field, s.Terms))],
            given);
    }

    /// <summary>A sum of terms alone, without an equation.</summary>
    public static WeightedTerm[] Terms(string sum) => Sum.Merged(Terms(new Tokens(sum)));

    private static IEnumerable<string> FieldsOf(Statement statement) =>
        statement.Terms.SelectMany(t => t.Term.Fields).Prepend(statement.Field);

    private static Statement Read(Grid grid, Tokens tokens)
    {
        if (!tokens.AtName)
        {
            throw tokens.Error($"an equation begins with a field, as in u_t = ..., not with {tokens.Found()}");
        }

        var field = tokens.Take();
        var evolves = tokens.Skip("_");
        if (evolves && !tokens.Skip("t"))
        {
            throw tokens.Error($"on the left stands the rate of change {field}_t, not {field}_{tokens.Next}");
        }

        tokens.Expect("=", "all terms but the rate of change stand on the right");
        var terms = Terms(tokens).Select(t => t with { Term = TermRules.OnGrid(t.Term, grid) });
        return new Statement(field, evolves, Sum.Merged(terms), tokens);
    }

    private static List<WeightedTerm> Terms(Tokens tokens)
    {
        var terms = new List<WeightedTerm> { Weighted(tokens, Sign(tokens)) };
        while (tokens.Next is "+" or "-")
        {
            terms.Add(Weighted(tokens, Sign(tokens)));
        }

        tokens.End("terms are joined by + or -, factors by *");
        return terms;
    }

    // Signs multiply, so that a program may write "- -0.5*u".
    private static double Sign(Tokens tokens)
    {
        var sign = 1.0;
        while (tokens.Next is "+" or "-")
        {
            sign = tokens.Take() == "-" ? -sign : sign;
        }

        return sign;
    }

    private static WeightedTerm Weighted(Tokens tokens, double coefficient)
    {
        var factors = new List<Factor>();
        do
        {
            if (tokens.AtNumber)
            {
                coefficient *= tokens.Number();
            }
            else
            {
                factors.AddRange(TermParser.Factor(tokens));
            }

            while (tokens.Skip("/"))
            {
                coefficient /= tokens.Number();
            }
        }
        while (tokens.Skip("*"));
        return new WeightedTerm(coefficient, new Term(factors));
    }

    private static void CheckOnce(Statement[] evolving)
    {
        if (evolving.CountBy(s => s.Field).FirstOrDefault(pair => pair.Value > 1).Key is { } twice)
        {
            throw new FormatException($"{twice}_t has two equations; add up their right-hand sides.");
        }
    }

    private static void CheckTerms(Grid grid, Statement[] statements, string[] known)
    {
        foreach (var statement in statements)
        {
            foreach (var (_, term) in statement.Terms)
            {
                if (TermRules.Problem(term, grid, known) is var (token, text))
                {
                    throw statement.Tokens.Error(text, statement.Tokens.ColumnOf(token));
                }
            }
        }
    }

    private static void CheckDefinitions(
        Statement[] defining, string[] fields, IReadOnlyDictionary<string, double[]> given)
    {
        foreach (var statement in defining)
        {
            if (Array.Find(statement.Terms, t => !t.Term.IsLinear
                || given.ContainsKey(t.Term.Fields[0])) is { Term: { } term })
            {
                throw statement.Tokens.Error(
                    $"'{term}' is not linear in an unknown field, but a definition must be", statement.Tokens.Column);
            }
        }

        string[] unknown = [.. defining.SelectMany(FieldsOf).Distinct().Except(fields)];
        if (unknown.Length != defining.Length)
        {
            throw new FormatException(
                $"{defining.Length} definitions determine as many fields, but these are to be determined: {string.Join(", ", unknown)}.");
        }
    }

    private static void CheckGiven(Grid grid, IReadOnlyDictionary<string, double[]> given)
    {
        foreach (var (name, values) in given)
        {
            if (values.Length != grid.Points)
            {
                throw new ArgumentException($"The given field '{name}' has {values.Length} values; the grid has {grid.Points} points.", nameof(given));
            }
        }
    }
}
