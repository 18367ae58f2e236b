using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// The noise of weighted sums of residuals, from the noise of every observation: products count as noisy as the fields
/// are large at each place, and rows share what their test functions share.
/// </summary>
/// <remarks>
/// A sum Σ aᵢrᵢ of rows b - Φw moves with the noise ε of the data as Σ_p Σ_f h_f(p) δf(p), f the products of fields,
/// h_f(p) = Σᵢ aᵢ Σ_terms of f w (-∂)^d φᵢ(p); <see cref="NoiseMoments"/> has the covariances of the δf at one point.
/// </remarks>
internal sealed class LocalNoise
{
    // Test functions vary little within this share of half their support: times are taken as far apart.
    private const int Smoothness = 8;

    private readonly WeakFields fields;
    private readonly Piece[] pieces;
    private readonly WeakPart[] products;
    private readonly NoiseMoments.Summand[][] covariances;

    /// <summary>Sorts the parts of a residual by their products.</summary>
    /// <param name="noise">The noise of the data.</param>
    /// <param name="terms">Terms of the equation.</param>
    /// <param name="weights">Their weights, shape [terms].</param>
    public LocalNoise(WeakNoise noise, IReadOnlyList<WeakTerm> terms, IReadOnlyList<double> weights)
    {
        fields = noise.Fields;
        var dimensions = fields.Series.Grid.Dimensions;
        pieces = [
            new Piece(noise.Target, noise.Target.Orders(dimensions), 1),
            .. terms.SelectMany((term, j) => term.Parts.Select(
                part => new Piece(part, part.Orders(dimensions), -weights[j] * part.Factor)))];
        products = [.. pieces.Select(piece => piece.Part).DistinctBy(part => part.ProductName)];
        covariances = [.. products.SelectMany(
            one => products.Select(other => noise.Moments.Summands(one, other)))];
    }

    /// <summary>The covariance of several weighted sums, shape [sums, sums].</summary>
    /// <param name="sums">For the rows at each grid the weights of every sum, shape [sums][rows].</param>
    public double[] Covariance(IReadOnlyList<(WeakGrid Grid, double[][] Weights)> sums)
    {
        var (k, m, points) = (sums[0].Weights.Length, products.Length, fields.Series.Points);
        Layer[] layers = [.. sums.SelectMany(
            each => each.Weights.SelectMany((weights, i) => Layers(each.Grid, weights, i)))];
        var (noise, coupled) = (new States(k * m, points), new States(k * m, points));
        var (covariance, shared, time) = (new double[k * k], new double[points], 0);
        var powers = new HermiteTable(points, (field, u) => fields[field][time].CopyTo(u), fields.Deviation);
        var stride = Math.Max(1, sums.Min(each => each.Grid.Axes[0].Function.HalfWidth) / Smoothness);
        for (time = stride / 2; time < fields.Series.Times; time += stride)
        {
            Gather(layers, time, noise);
            powers.Move();
            Couple(powers, shared, noise, coupled);
            for (var pair = 0; pair < covariance.Length; pair++)
            {
                var (i, j) = (pair / k, pair % k);
                for (var row = 0; row < m && j <= i; row++)
                {
                    covariance[pair] += stride
                        * TensorPrimitives.Dot<double>(noise[(i * m) + row], coupled[(j * m) + row]);
                }
            }
        }

        for (var pair = 0; pair < covariance.Length; pair++)
        {
            covariance[pair] = covariance[(Math.Max(pair / k, pair % k) * k) + Math.Min(pair / k, pair % k)];
        }

        return covariance;
    }

    // Pieces under one order of the derivative in time share what a sum is there; those of one product differ by the
    // test function along the last axis alone, or by those in between too.
    private IEnumerable<Layer> Layers(WeakGrid grid, double[] weights, int sum) =>
        pieces.GroupBy(piece => piece.Orders[0]).Select(group => new Layer(
            grid, weights, group.Key, new double[weights.Length / grid.Axes[0].Places],
            [.. group.GroupBy(piece => (piece.Part.ProductName, string.Join(',', piece.Orders[1..^1])))
                .Select(like => SpreadOf(grid, sum, [.. like]))]));

    private Spread SpreadOf(WeakGrid grid, int sum, Piece[] pieces)
    {
        var product = Array.FindIndex(products, part => part.ProductName == pieces[0].Part.ProductName);
        var table = grid.Axes[^1].Table(pieces[0].Orders[^1], pieces[0].Weight);
        foreach (var piece in pieces[1..])
        {
            TensorPrimitives.Add(table, grid.Axes[^1].Table(piece.Orders[^1], piece.Weight), table);
        }

        return new Spread((sum * products.Length) + product, pieces[0].Orders, table);
    }

    // First in time, where a line of places is short, then spread over space.
    private static void Gather(Layer[] layers, int time, States noise)
    {
        noise.Values.Clear();
        foreach (var layer in layers)
        {
            var (axis, line) = (layer.Grid.Axes[0], layer.Line);
            var weights = axis.Function.Derivative(layer.Order);
            var scale = axis.Function.Spacing * (layer.Order % 2 == 0 ? 1 : -1);
            line.AsSpan().Clear();
            var place = Math.Min(axis.Places - 1, time / axis.Stride);
            for (; place >= 0 && time - (place * axis.Stride) < weights.Length; place--)
            {
                var row = layer.Weights.AsSpan(place * line.Length, line.Length);
                TensorPrimitives.MultiplyAdd(row, scale * weights[time - (place * axis.Stride)], line, line);
            }

            foreach (var spread in layer.Spreads)
            {
                InSpace(layer.Grid, line, spread, noise[spread.Row]);
            }
        }
    }

    private static void InSpace(WeakGrid grid, double[] line, Spread spread, Span<double> sum)
    {
        var (current, inner) = (line, line.Length);
        for (var axis = 1; axis < grid.Axes.Count - 1; axis++)
        {
            var along = grid.Axes[axis];
            inner /= along.Places;
            var next = new double[current.Length / along.Places * along.Points];
            along.Spread(current, inner, along.Table(spread.Orders[axis], 1), next);
            current = next;
        }

        grid.Axes[^1].Spread(current, 1, spread.Table, sum);
    }

    // What each product's noise has in common with all of a sum's; two products share the same in either order.
    private void Couple(HermiteTable powers, double[] shared, States noise, States coupled)
    {
        var (m, sums) = (products.Length, noise.Count / products.Length);
        coupled.Values.Clear();
        for (var pair = 0; pair < covariances.Length; pair++)
        {
            var (one, other) = (pair / m, pair % m);
            if (other > one || covariances[pair].Length == 0)
            {
                continue;
            }

            Fill(covariances[pair], powers, shared);
            for (var sum = 0; sum < sums; sum++)
            {
                Add(shared, noise[(sum * m) + other], coupled[(sum * m) + one]);
                if (other < one)
                {
                    Add(shared, noise[(sum * m) + one], coupled[(sum * m) + other]);
                }
            }
        }
    }

    private static void Fill(NoiseMoments.Summand[] summands, HermiteTable powers, double[] covariance)
    {
        covariance.AsSpan().Clear();
        foreach (var summand in summands)
        {
            TensorPrimitives.MultiplyAdd(powers.Product(summand.Degrees), summand.Factor, covariance, covariance);
        }
    }

    private static void Add(double[] factor, ReadOnlySpan<double> values, Span<double> sum) =>
        TensorPrimitives.MultiplyAdd(values, factor, sum, sum);

    // Orders in time and space of the derivative of a part, and its weight in the equation.
    private sealed record Piece(WeakPart Part, int[] Orders, double Weight);

    // Pieces of one product, their test functions along the last axis summed.
    private sealed record Spread(int Row, int[] Orders, double[] Table);

    private sealed record Layer(WeakGrid Grid, double[] Weights, int Order, double[] Line, Spread[] Spreads);
}
