namespace Sci.Solvers;

/// <summary>
/// Evolution equations on a grid: for every field the sum of weighted terms that is its rate of change.
/// </summary>
/// <remarks>
/// A state of the equation is its fields one after another, in the order of <see cref="Fields"/>. Linear
/// <see cref="Definitions"/> determine further fields (stream functions) from them, wavenumber by wavenumber;
/// <see cref="Given"/> fields (forcings, topography, background flows) are constant in time. On a line the Laplacian is
/// written <c>u_xx</c>. Immutable; two equations are equal if grids, fields, terms and definitions are, in any order of
/// terms.
/// </remarks>
public sealed class Equation : IEquatable<Equation>
{
    private readonly Dictionary<string, WeightedTerm[]> tendencies;

    internal Equation(
        Grid grid,
        IReadOnlyList<string> fields,
        Dictionary<string, WeightedTerm[]> tendencies,
        IReadOnlyList<Definition> definitions,
        IReadOnlyDictionary<string, double[]> given)
    {
        Grid = grid;
        Fields = fields;
        Definitions = definitions;
        Given = given;
        this.tendencies = tendencies;
        Diagnosed = [.. definitions.SelectMany(d => d.Terms.SelectMany(t => t.Term.Fields).Prepend(d.Field)).Distinct()
            .Except(fields).Except(given.Keys)];
    }

    /// <summary>The periodic box.</summary>
    public Grid Grid { get; }

    /// <summary>The fields that evolve, in the order in which a state holds them.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The linear relations that determine <see cref="Diagnosed"/>.</summary>
    public IReadOnlyList<Definition> Definitions { get; }

    /// <summary>The fields that the definitions determine, such as a stream function.</summary>
    public IReadOnlyList<string> Diagnosed { get; }

    /// <summary>Fields that are constant in time, each with one value a grid point.</summary>
    public IReadOnlyDictionary<string, double[]> Given { get; }

    /// <summary>Number of values in a state: fields times points.</summary>
    public int Size => Fields.Count * Grid.Points;

    /// <summary>The terms of an equation for a single field.</summary>
    /// <exception cref="InvalidOperationException">There are several fields.</exception>
    public IReadOnlyList<WeightedTerm> Terms => this[OnlyField()];

    /// <summary>The terms whose sum is the rate of change of <paramref name="field"/>.</summary>
    public IReadOnlyList<WeightedTerm> this[string field] => tendencies.TryGetValue(field, out var terms)
        ? terms
        : throw new ArgumentException(
            $"'{field}' does not evolve in this equation; the nearest field that does is '{Nearest.To(field, Fields)}'.", nameof(field));

    /// <summary>Equal equations.</summary>
    public static bool operator ==(Equation? left, Equation? right) => Equals(left, right);

    /// <summary>Different equations.</summary>
    public static bool operator !=(Equation? left, Equation? right) => !Equals(left, right);

    /// <summary>
    /// Reads <c>u_t = -u*u_x - u_xx - 0.5*u_xxxx</c>; statements are separated by <c>;</c> or line ends.
    /// </summary>
    /// <exception cref="FormatException">Names the token, its column and the nearest valid thing.</exception>
    public static Equation Parse(Grid grid, string text) => Parse(grid, text, new Dictionary<string, double[]>());

    /// <summary>
    /// Reads equations that use fields constant in time, such as <c>q_t = -J(psi,q) + force; q = lap(psi)</c>.
    /// </summary>
    /// <param name="grid">The periodic box.</param>
    /// <param name="text">Statements <c>NAME_t = sum</c> and definitions <c>NAME = linear sum</c>.</param>
    /// <param name="given">The constant fields, each of the grid's number of points.</param>
    /// <exception cref="FormatException">Names the token, its column and the nearest valid thing.</exception>
    public static Equation Parse(Grid grid, string text, IReadOnlyDictionary<string, double[]> given)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(given);
        return EquationParser.Parse(grid, text, given);
    }

    /// <summary>
    /// This equation for a single field with <paramref name="terms"/> added: equal terms merge, zeros vanish.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are several fields.</exception>
    public Equation Plus(IEnumerable<WeightedTerm> terms) => Plus(OnlyField(), terms);

    /// <summary>
    /// This equation with <paramref name="terms"/> added to the rate of change of <paramref name="field"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A term uses a field or a direction that the equation does not
    /// know.</exception>
    public Equation Plus(string field, IEnumerable<WeightedTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        WeightedTerm[] added = [.. terms.Select(t => t with { Term = TermRules.OnGrid(t.Term, Grid) })];
        foreach (var (_, term) in added)
        {
            if (TermRules.Problem(term, Grid, [.. Fields, .. Diagnosed, .. Given.Keys]) is { } problem)
            {
                throw new ArgumentException(problem.Text, nameof(terms));
            }
        }

        var sums = new Dictionary<string, WeightedTerm[]>(tendencies) { [field] = Sum.Merged(this[field].Concat(added)) };
        return new Equation(Grid, Fields, sums, Definitions, Given);
    }

    /// <summary>
    /// The coefficient of <paramref name="term"/> in an equation for a single field; 0 if it does not occur.
    /// </summary>
    public double Coefficient(Term term) => Coefficient(OnlyField(), term);

    /// <summary>
    /// The coefficient of <paramref name="term"/> in the equation for <paramref name="field"/>; 0 if it does not occur.
    /// </summary>
    public double Coefficient(string field, Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        var onGrid = TermRules.OnGrid(term, Grid);
        return this[field].FirstOrDefault(t => t.Term == onGrid)?.Coefficient ?? 0;
    }

    /// <summary>
    /// The equations in LaTeX's mathematics mode, one a line of an <c>aligned</c> environment if several.
    /// </summary>
    public string ToLatex()
    {
        var lines = Fields.Select(f => $"{Latex.Field(f, "t")} = {Sum.Latex(this[f])}")
            .Concat(Definitions.Select(d => $"{Latex.Field(d.Field, "")} = {Sum.Latex(d.Terms)}")).ToArray();
        return lines.Length == 1
            ? lines[0]
            : $@"\begin{{aligned}} {string.Join(@" \\ ", lines.Select(line => line.Replace(" = ", " &= ", StringComparison.Ordinal)))} \end{{aligned}}";
    }

    /// <summary>The text that <see cref="Parse(Grid, string)"/> reads back.</summary>
    public override string ToString() => string.Join("; ",
        Fields.Select(f => $"{f}_t = {Sum.Text(this[f])}").Concat(Definitions.Select(d => d.ToString())));

    /// <inheritdoc/>
    public bool Equals(Equation? other) =>
        other is not null
        && Grid.Axes.SequenceEqual(other.Grid.Axes)
        && Fields.SequenceEqual(other.Fields)
        && Fields.All(field => this[field].ToHashSet().SetEquals(other[field]))
        && Definitions.ToHashSet().SetEquals(other.Definitions)
        && Given.Count == other.Given.Count
        && Given.All(
            pair => other.Given.TryGetValue(pair.Key, out var values) && values.AsSpan().SequenceEqual(pair.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Equation);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Grid.Points, Fields.Count, tendencies.Values.Sum(t => t.Length));

    private string OnlyField() => Fields is [var field]
        ? field
        : throw new InvalidOperationException(
            $"The equation has the fields {string.Join(", ", Fields)}; name the one that is meant.");
}
