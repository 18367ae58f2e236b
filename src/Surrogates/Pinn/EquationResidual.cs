using System.Numerics;
using System.Numerics.Tensors;
using Sci.Solvers;

namespace Sci.Surrogates;

/// <summary>
/// ∂u/∂t minus the sum of an equation's terms, for each of its fields; some coefficients may be trained.
/// </summary>
/// <remarks>
/// Output i of the model is field i of the equation; coordinates are x (and y), then time. <see cref="EquationLayout"/>
/// finds the leanest layout.
/// </remarks>
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
    /// lacks; the sum that the layout carries is not the equation's.</exception>
    public EquationResidual(Equation equation, JetLayout layout, IReadOnlyList<Term> unknown)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(layout);
        time = layout.Sum ?? layout[layout.Coordinates - 1, 1];
        sums = [.. equation.Fields.Select(field => EquationLayout.Rest(equation, field, layout)
            .Select(t => Read(equation, layout, t)).ToArray())];
        sums[0] = [.. sums[0],
            .. unknown.Select((term, k) => Read(equation, layout, new WeightedTerm(1, term)) with { Unknown = k })];
    }

    /// <inheritdoc/>
    public int Equations => sums.Length;

    /// <inheritdoc/>
    public void Evaluate(in JetTile<T> tile)
    {
        Span<T> values = stackalloc T[tile.Points];
        for (var field = 0; field < sums.Length; field++)
        {
            var r = tile.Residual(field);
            tile[field, time].CopyTo(r);
            foreach (var product in sums[field])
            {
                Multiply(values, product.Factors, tile, without: -1);
                TensorPrimitives.MultiplyAdd(values, -Coefficient(product, tile), r, r);
            }
        }
    }

    /// <inheritdoc/>
    public void PullBack(in JetTile<T> tile)
    {
        for (var field = 0; field < sums.Length; field++)
        {
            var rate = tile.Adjoint(field, time);
            TensorPrimitives.Add(rate, tile.Seed(field), rate);
            foreach (var product in sums[field])
            {
                PullBack(product, tile, tile.Seed(field));
            }
        }
    }

    private static void PullBack(Product product, in JetTile<T> tile, ReadOnlySpan<T> seed)
    {
        Span<T> values = stackalloc T[tile.Points];
        var c = Coefficient(product, tile);
        for (var f = 0; f < product.Factors.Length; f++)
        {
            Multiply(values, product.Factors, tile, without: f);
            TensorPrimitives.Multiply(values, seed, values);
            var adjoint = tile.Adjoint(product.Factors[f].Output, product.Factors[f].Channel);
            TensorPrimitives.MultiplyAdd(values, -c, adjoint, adjoint);
        }

        if (product.Unknown is { } k)
        {
            Multiply(values, product.Factors, tile, without: -1);
            TensorPrimitives.Multiply(values, seed, values);
            var sum = 0.0;
            foreach (var value in values)
            {
                sum -= double.CreateTruncating(value);
            }

            tile.CoefficientAdjoints[k] += sum;
        }
    }

    private static T Coefficient(Product product, in JetTile<T> tile) =>
        product.Unknown is { } k ? tile.Coefficients[k] : product.Coefficient;

    // The product of all factors but one.
    private static void Multiply(
        Span<T> values, (int Output, int Channel)[] factors, in JetTile<T> tile, int without)
    {
        values.Fill(T.One);
        for (var f = 0; f < factors.Length; f++)
        {
            if (f != without)
            {
                TensorPrimitives.Multiply(
                    values, tile[factors[f].Output, factors[f].Channel], values);
            }
        }
    }

    private static Product Read(Equation equation, JetLayout layout, WeightedTerm weighted)
    {
        var fields = equation.Fields.ToList();
        var factors = new List<(int, int)>();
        foreach (var factor in weighted.Term.Factors)
        {
            if (factor.Operand is not Derivative d || !EquationLayout.IsPlain(d)
                || fields.IndexOf(d.Fields[0]) is not (>= 0 and var output))
            {
                throw new ArgumentException(
                    $"'{weighted.Term}' is no product of derivatives of fields along one axis; write it as one.",
                    nameof(equation));
            }

            var (axis, order) = d.Y > 0 ? (1, d.Y) : (0, d.X);
            if (order > layout.Carried(axis))
            {
                throw new ArgumentException(
                    $"'{weighted.Term}' needs derivatives of order {order}; the model carries them up to "
                    + $"{layout.Carried(axis)}.",
                    nameof(layout));
            }

            factors.AddRange(Enumerable.Repeat((output, layout[axis, order]), factor.Power));
        }

        return new Product(T.CreateTruncating(weighted.Coefficient), [.. factors], null);
    }

    private sealed record Product(T Coefficient, (int Output, int Channel)[] Factors, int? Unknown);
}
