using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The candidate terms, in the order of the columns of Φ.</summary>
public sealed class TermLibrary
{
    private const string Rate = "_t";

    private readonly Dictionary<Term, IReadOnlyList<WeightedTerm>> tied;

    /// <summary>Takes the terms as they are.</summary>
    /// <exception cref="ArgumentException">A term comes twice, or there is none.</exception>
    public TermLibrary(IEnumerable<Term> terms)
        : this(terms, [])
    {
    }

    private TermLibrary(IEnumerable<Term> terms, Dictionary<Term, IReadOnlyList<WeightedTerm>> tied)
    {
        this.tied = tied;
        ArgumentNullException.ThrowIfNull(terms);
        Terms = [.. terms];
        var twice = Terms.GroupBy(term => term).FirstOrDefault(group => group.Count() > 1);
        if (Terms.Count == 0 || twice is not null)
        {
            throw new ArgumentException(
                twice is null ? "A library needs at least one term."
                    : $"The term {twice.Key} is in the library twice.", nameof(terms));
        }
    }

    /// <summary>The terms.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The terms' texts: the names of the columns.</summary>
    public IReadOnlyList<string> Names => [.. Terms.Select(term => term.ToString())];

    /// <summary>
    /// Polynomial degree plus derivative order of each term: what <see cref="ComplexityPenalty"/> may price.
    /// </summary>
    public IReadOnlyList<int> Complexities => [.. Terms.Select(term => term.Degree + Math.Max(term.Order, 0))];

    /// <summary>The terms that the texts write.</summary>
    /// <exception cref="FormatException">Says what is wrong in a text, and where.</exception>
    public static TermLibrary Parse(params IEnumerable<string> texts) => new(texts.Select(Term.Parse));

    /// <summary>
    /// u^p times the x-derivative of order d of u, p = 0 … power and d = 0 … order, d outermost: MEDIDA's library.
    /// </summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="power">Highest power of u.</param>
    /// <param name="order">Highest order of the derivative; order 0 stands for the constant 1, not for u.</param>
    public static TermLibrary Products(string field, int power, int order) =>
        Products([field], power, order, dimensions: 1);

    /// <summary>Monomials of the fields up to a degree, each alone and times one derivative of one field.</summary>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="degree">Highest degree of the monomial.</param>
    /// <param name="order">Highest order of the derivative, over all axes together.</param>
    /// <param name="dimensions">1 for derivatives in x, 2 for those in x and y.</param>
    public static TermLibrary Products(IReadOnlyList<string> fields, int degree, int order, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Term[] monomials = [.. Enumerable.Range(0, degree + 1).SelectMany(d => Monomials(fields, d))];
        var derivatives = Orders(1, order, dimensions).SelectMany(
            d => fields.Select(field => Single(new Derivative(field, d.X, d.Y))));
        return new TermLibrary(derivatives.Prepend(Term.One).SelectMany(
            derivative => monomials.Select(monomial => monomial * derivative)));
    }

    /// <summary>
    /// x-derivatives up to an order of powers up to a degree, <c>(u^p)_x…</c>: what a weak form moves to its test
    /// functions.
    /// </summary>
    public static TermLibrary Conservative(string field, int power, int order) =>
        Conservative(field, power, order, dimensions: 1);

    /// <summary>
    /// Derivatives up to an order, over all axes together, of powers up to a degree: <c>(u^p)_xy…</c>.
    /// </summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="power">Highest power.</param>
    /// <param name="order">Highest order of the derivative.</param>
    /// <param name="dimensions">1 for derivatives in x, 2 for those in x and y.</param>
    public static TermLibrary Conservative(string field, int power, int order, int dimensions) =>
        new(Orders(0, order, dimensions).SelectMany(d => Enumerable.Range(1, power).Select(
            p => Single(new Derivative([new FieldPower(field, p)], d.X, d.Y)))).Prepend(Term.One));

    /// <summary>This library without some of its terms.</summary>
    public TermLibrary Without(params IEnumerable<Term> terms) => new(Terms.Except(terms), tied);

    /// <summary>This library and further terms after it.</summary>
    public TermLibrary With(params IEnumerable<Term> terms) => new(Terms.Concat(terms), tied);

    /// <summary>This library and u∂ₜu … u^power ∂ₜu: for equations with a denominator, in weak form.</summary>
    /// <remarks>
    /// With <c>u_t = φ + d u*u_t</c> the equation is u_t = φ/(1 - d u). Terms <c>u*u_t</c> are no terms of a solver.
    /// </remarks>
    /// <param name="field">The field whose rate of change is asked for.</param>
    /// <param name="power">Highest power of the denominator.</param>
    public TermLibrary WithRates(string field, int power) => With(Enumerable.Range(1, power).Select(p => new Term(
        [new Factor(new Derivative(field), p), new Factor(new Derivative(field + Rate), 1)])));

    /// <summary>
    /// This library and a sum of terms whose coefficients have given ratios: one column, found as a whole, in weak
    /// form.
    /// </summary>
    /// <param name="name">What fits call the sum; no field's name.</param>
    /// <param name="parts">The terms and their coefficients in the sum.</param>
    public TermLibrary WithTied(string name, params IEnumerable<WeightedTerm> parts)
    {
        var sum = Single(new Derivative(name));
        var all = new Dictionary<Term, IReadOnlyList<WeightedTerm>>(tied) { [sum] = [.. parts] };
        return new TermLibrary(Terms.Append(sum), all);
    }

    /// <summary>What a term stands for: itself, or the terms that are tied together under its name.</summary>
    public IReadOnlyList<WeightedTerm> Parts(Term term) =>
        tied.TryGetValue(term, out var parts) ? parts : [new WeightedTerm(1, term)];

    /// <summary>
    /// u^(p+1) for a term u^p ∂ₜu, whose rate of change is (p + 1) times the term; null for all others.
    /// </summary>
    internal static FieldPower? RateOf(Term term)
    {
        var rate =
            term.Factors.FirstOrDefault(factor => factor is { Power: 1, Operand: Derivative { IsPlain: true } each }
            && each.Fields[0].EndsWith(Rate, StringComparison.Ordinal));
        var field = rate?.Operand.Fields[0][..^Rate.Length];
        return field is not null && term.Factors.All(
            factor =>
                factor == rate || factor.Operand is Derivative { IsPlain: true } other && other.Fields[0] == field)
            ? new FieldPower(field, term.Factors.Sum(factor => factor.Power))
            : null;
    }

    // Orders along x and y, x first, by their sum.
    private static IEnumerable<(int X, int Y)> Orders(int lowest, int highest, int dimensions) =>
        Enumerable.Range(lowest, highest - lowest + 1).SelectMany(
            total => Enumerable.Range(0, dimensions == 1 ? 1 : total + 1).Select(y => (X: total - y, Y: y)));

    private static Term Single(Operand operand) => new([new Factor(operand, 1)]);

    private static IEnumerable<Term> Monomials(IReadOnlyList<string> fields, int degree)
    {
        if (degree == 0)
        {
            return [Term.One];
        }

        var first = Single(new Derivative(fields[0]));
        var withFirst = Monomials(fields, degree - 1).Select(term => term * first);
        return fields.Count == 1 ? withFirst : withFirst.Concat(Monomials([.. fields.Skip(1)], degree));
    }
}
