using System.Numerics;
using Sci.Solvers;

namespace Sci.Surrogates;

/// <summary>
/// ∂u/∂t minus the sum of an equation's terms, for each of its fields; some coefficients may be trained.
/// </summary>
/// <remarks>Output i of the model is field i of the equation; coordinates are x (and y), then time.</remarks>
public sealed class EquationResidual<T> : IResidual<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Product[][] sums;
    private readonly int time;

    /// <summary>Reads the terms of <paramref name="equation"/>.</summary>
    /// <param name="equation">Products of powers of plain derivatives along one axis, such as <c>u*u_x</c>.</param>
    /// <param name="layout">Derivatives that the model carries.</param>
    /// <param name="unknown">
    /// Terms of the first field whose coefficients are trained, in the order of the model's.
    /// </param>
    /// <exception cref="ArgumentException">A term is not such a product, or needs a derivative that the layout
    /// lacks.</exception>
    public EquationResidual(Equation equation, JetLayout layout, IReadOnlyList<Term> unknown)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(layout);
        time = layout[layout.Coordinates - 1, 1];
        sums = [.. equation.Fields.Select(field => equation[field].Select(t => Read(equation, layout, t)).ToArray())];
        sums[0] = [.. sums[0],
            .. unknown.Select((term, k) => Read(equation, layout, new WeightedTerm(1, term)) with { Unknown = k })];
    }

    /// <inheritdoc/>
    public int Equations => sums.Length;

    /// <inheritdoc/>
    public void Evaluate(in JetTile<T> tile)
    {
        for (var field = 0; field < sums.Length; field++)
        {
            var r = tile.Residual(field);
            tile[field, time].CopyTo(r);
            foreach (var product in sums[field])
            {
                var c = Coefficient(product, tile);
                for (var i = 0; i < r.Length; i++)
                {
                    r[i] -= c * Value(product.Factors, tile, i, without: -1);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void PullBack(in JetTile<T> tile)
    {
        for (var field = 0; field < sums.Length; field++)
        {
            var seed = tile.Seed(field);
            var rate = tile.Adjoint(field, time);
            for (var i = 0; i < seed.Length; i++)
            {
                rate[i] += seed[i];
            }

            foreach (var product in sums[field])
            {
                PullBack(product, tile, seed);
            }
        }
    }

    private static void PullBack(Product product, in JetTile<T> tile, ReadOnlySpan<T> seed)
    {
        var c = Coefficient(product, tile);
        for (var f = 0; f < product.Factors.Length; f++)
        {
            var adjoint = tile.Adjoint(product.Factors[f].Output, product.Factors[f].Channel);
            for (var i = 0; i < seed.Length; i++)
            {
                adjoint[i] -= c * seed[i] * Value(product.Factors, tile, i, without: f);
            }
        }

        if (product.Unknown is { } k)
        {
            var sum = 0.0;
            for (var i = 0; i < seed.Length; i++)
            {
                sum -= double.CreateTruncating(seed[i] * Value(product.Factors, tile, i, without: -1));
            }

            tile.CoefficientAdjoints[k] += sum;
        }
    }

    private static T Coefficient(Product product, in JetTile<T> tile) =>
        product.Unknown is { } k ? tile.Coefficients[k] : product.Coefficient;

    private static T Value((int Output, int Channel)[] factors, in JetTile<T> tile, int point, int without)
    {
        var value = T.One;
        for (var f = 0; f < factors.Length; f++)
        {
            if (f != without)
            {
                value *= tile[factors[f].Output, factors[f].Channel][point];
            }
        }

        return value;
    }

    private static Product Read(Equation equation, JetLayout layout, WeightedTerm weighted)
    {
        var fields = equation.Fields.ToList();
        var factors = new List<(int, int)>();
        foreach (var factor in weighted.Term.Factors)
        {
            if (factor.Operand is not Derivative { IsLinear: true, Laplacian: 0, IsZonal: false, IsRoot: false } d
                || (d.X > 0
                && d.Y > 0)
                || fields.IndexOf(d.Fields[0]) is not (>= 0 and var output))
            {
                throw new ArgumentException(
                    $"'{weighted.Term}' is no product of derivatives of fields along one axis; write it as one.",
                    nameof(equation));
            }

            var (axis, order) = d.Y > 0 ? (1, d.Y) : (0, d.X);
            if (order > layout.Orders[axis])
            {
                throw new ArgumentException(
                    $"'{weighted.Term}' needs derivatives of order {order}; the model carries them up to "
                    + $"{layout.Orders[axis]}.",
                    nameof(layout));
            }

            factors.AddRange(Enumerable.Repeat((output, layout[axis, order]), factor.Power));
        }

        return new Product(T.CreateTruncating(weighted.Coefficient), [.. factors], null);
    }

    private sealed record Product(T Coefficient, (int Output, int Channel)[] Factors, int? Unknown);
}
