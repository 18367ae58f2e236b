using System.Numerics;

namespace Sci.Surrogates;

/// <summary>û = offset + factor·N on jets (Leibniz), and its adjoint, both in place.</summary>
/// <remarks>Rows are [channel][point]; the offset's come first, the factor's follow.</remarks>
internal static unsafe class ConstraintJets<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T[][] Binomials =
    [
        [T.One],
        [T.One, T.One],
        [T.One, N(2), T.One],
        [T.One, N(3), N(3), T.One],
        [T.One, N(4), N(6), N(4), T.One],
    ];

    public static void Apply(T* values, T* bounds, JetLayout layout, int block)
    {
        var factor = bounds + (layout.Channels * block);
        if (layout.Sum is { } sum)
        {
            ApplySum(values, bounds, factor, layout, sum * block, block);
        }

        for (var d = 0; d < layout.Coordinates; d++)
        {
            for (var k = layout.Carried(d); k >= 1; k--)
            {
                var row = layout[d, k] * block;
                Scale(values + row, factor, block);
                for (var j = 0; j < k; j++)
                {
                    AddProduct(values + row, Binomials[k][j], factor + (layout[d, k - j] * block), values
                        + (layout[d, j] * block), block);
                }

                AddProduct(values + row, T.One, bounds + row, null, block);
            }
        }

        Scale(values, factor, block);
        AddProduct(values, T.One, bounds, null, block);
    }

    public static void PullBack(T* adjoints, T* bounds, JetLayout layout, int block)
    {
        var factor = bounds + (layout.Channels * block);
        Scale(adjoints, factor, block);
        for (var d = 0; d < layout.Coordinates; d++)
        {
            var order = layout.Carried(d);
            for (var j = 0; j <= order; j++)
            {
                var row = layout[d, j] * block;
                if (j > 0)
                {
                    Scale(adjoints + row, factor, block);
                }

                for (var k = j + 1; k <= order; k++)
                {
                    AddProduct(adjoints + row, Binomials[k][j], factor + (layout[d, k - j] * block), adjoints
                        + (layout[d, k] * block), block);
                }
            }
        }

        if (layout.Sum is { } sum)
        {
            PullBackSum(adjoints, factor, layout, sum * block, block);
        }
    }

    // Σ w ∂ⁿ(f N) = f Σ w ∂ⁿN + N Σ w ∂ⁿf + the products of lower derivatives.
    private static void ApplySum(T* values, T* bounds, T* factor, JetLayout layout, int sum, int block)
    {
        Scale(values + sum, factor, block);
        AddProduct(values + sum, T.One, factor + sum, values, block);
        AddProduct(values + sum, T.One, bounds + sum, null, block);
        for (var d = 0; d < layout.Coordinates; d++)
        {
            for (var (j, n) = (1, layout.Orders[d]); j < n; j++)
            {
                AddProduct(values + sum, N(layout.Weight(d)) * Binomials[n][j], factor + (layout[d, n - j] * block),
                    values + (layout[d, j] * block), block);
            }
        }
    }

    private static void PullBackSum(T* adjoints, T* factor, JetLayout layout, int sum, int block)
    {
        AddProduct(adjoints, T.One, factor + sum, adjoints + sum, block);
        for (var d = 0; d < layout.Coordinates; d++)
        {
            for (var (j, n) = (1, layout.Orders[d]); j < n; j++)
            {
                AddProduct(adjoints + (layout[d, j] * block), N(layout.Weight(d)) * Binomials[n][j],
                    factor + (layout[d, n - j] * block), adjoints + sum, block);
            }
        }

        Scale(adjoints + sum, factor, block);
    }

    private static void Scale(T* row, T* factor, int block)
    {
        for (var i = 0; i < block; i++)
        {
            row[i] *= factor[i];
        }
    }

    private static void AddProduct(T* row, T scale, T* a, T* b, int block)
    {
        for (var i = 0; i < block; i++)
        {
            row[i] += b is null ? a[i] : scale * a[i] * b[i];
        }
    }

    private static T N(double value) => T.CreateTruncating(value);
}
