using Sci.Solvers;

namespace Sci.Surrogates;

/// <summary>Which derivatives a network has to carry for an equation.</summary>
public static class EquationLayout
{
    /// <summary>The leanest layout in which ∂u/∂t minus the equation's terms can be formed.</summary>
    /// <remarks>
    /// Where the highest derivatives stand alone, with the same constant coefficients in every field, they travel with
    /// ∂u/∂t as one sum: u_t + u u_x - ν u_xx takes three channels rather than four.
    /// </remarks>
    /// <param name="equation">On a line or in a plane, of products of derivatives along one axis.</param>
    /// <param name="unknown">Terms whose coefficients are trained; theirs cannot be part of the sum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A derivative is of higher order than
    /// <see cref="JetLayout.MostOrder"/>.</exception>
    public static JetLayout Of(Equation equation, params IReadOnlyList<Term> unknown)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(unknown);
        var axes = equation.Grid.Axes.Count;
        int[] orders =
        [
            .. Enumerable.Range(0, axes).Select(axis => equation.Fields.SelectMany(field => equation[field])
                .Select(t => t.Term).Concat(unknown)
                .SelectMany(Derivatives).Select(d => Order(d, axis)).DefaultIfEmpty().Max()),
            1,
        ];
        var highest = equation.Fields.Select(field => Highest(equation, field, orders)).ToList();
        var alone = highest.All(weights => weights.SequenceEqual(highest[0])) && equation.Fields.All(
            field => !equation[field].Any(t => HasHighest(t.Term, orders) && !IsHighest(t.Term, field, orders)))
            && !unknown.Any(term => HasHighest(term, orders));
        return alone ? JetLayout.Summed(orders, [.. highest[0].Select(weight => -weight), 1]) : new JetLayout(orders);
    }

    /// <summary>The terms of a field that are not in the sum which the layout carries.</summary>
    /// <exception cref="ArgumentException">That sum is not the equation's.</exception>
    internal static IEnumerable<WeightedTerm> Rest(Equation equation, string field, JetLayout layout)
    {
        if (layout.Sum is null)
        {
            return equation[field];
        }

        int[] orders = [.. layout.Orders];
        var weights = Highest(equation, field, orders);
        if (layout.Weight(orders.Length - 1) != 1
            || Enumerable.Range(0, weights.Length).Any(axis => layout.Weight(axis) != -weights[axis]))
        {
            throw new ArgumentException(
                $"The layout carries a sum of highest derivatives that is not that of d{field}/dt; take "
                + $"{nameof(EquationLayout)}.{nameof(Of)}.",
                nameof(layout));
        }

        return equation[field].Where(t => !IsHighest(t.Term, field, orders));
    }

    /// <summary>Whether it is a derivative of one field along one axis, or the field.</summary>
    internal static bool IsPlain(Derivative derivative) =>
        derivative is { IsLinear: true, Laplacian: 0, IsZonal: false, IsRoot: false }
        && (derivative.X == 0 || derivative.Y == 0);

    // Coefficients of the highest derivative along each axis, where it stands alone.
    private static double[] Highest(Equation equation, string field, int[] orders) =>
    [
        .. Enumerable.Range(0, orders.Length - 1).Select(axis => equation[field]
            .Where(t => IsHighest(t.Term, field, orders) && Order(Derivatives(t.Term).Single(), axis) > 0)
            .Sum(t => t.Coefficient)),
    ];

    private static bool HasHighest(Term term, int[] orders) => Derivatives(term).Any(d => IsHighest(d, orders));

    private static bool IsHighest(Term term, string field, int[] orders) =>
        term.Factors is [{ Power: 1, Operand: Derivative d }]
        && IsPlain(d) && d.Fields[0] == field && IsHighest(d, orders);

    private static bool IsHighest(Derivative derivative, int[] orders) => Enumerable.Range(0, orders.Length - 1)
        .Any(axis => orders[axis] > 0 && Order(derivative, axis) == orders[axis]);

    private static int Order(Derivative derivative, int axis) => axis == 0 ? derivative.X : derivative.Y;

    private static IEnumerable<Derivative> Derivatives(Term term) =>
        term.Factors.Select(factor => factor.Operand).OfType<Derivative>();
}
