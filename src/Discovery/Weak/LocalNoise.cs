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
        pieces = [
            new Piece(noise.Target, 1),
            .. terms.SelectMany((term, j) => term.Parts.Select(part => new Piece(part, -weights[j] * part.Factor)))];
        products = [.. pieces.Select(piece => piece.Part).DistinctBy(part => part.ProductName)];
        covariances = [.. products.SelectMany(
            one => products.Select(other => noise.Moments.Summands(one, other)))];
    }

    /// <summary>The covariance of several weighted sums, shape [sums, sums].</summary>
    /// <param name="sums">For the rows at each grid the weights of every sum, shape [sums][rows].</param>
    public double[] Covariance(IReadOnlyList<(WeakGrid Grid, double[][] Weights)> sums)
    {
        var (k, m) = (sums[0].Weights.Length, products.Length);
        var layers = sums.SelectMany(each => each.Weights.SelectMany((weights, i) => Layers(each.Grid, weights, i)));
        Layer[] all = [.. layers];
        var (noise, coupled) = (new States(k * m, fields.Series.Points), new States(k * m, fields.Series.Points));
        var covariance = new double[k * k];
        var stride = Math.Max(1, sums.Min(each => each.Grid.Axes[0].Function.HalfWidth) / Smoothness);
        for (var time = stride / 2; time < fields.Series.Times; time += stride)
        {
            Gather(all, time, noise);
            Couple(time, k, noise, coupled);
            for (var at = 0; at < covariance.Length; at++)
            {
                for (var a = 0; a < m; a++)
                {
                    covariance[at] += stride
                        * TensorPrimitives.Dot<double>(noise[(at / k * m) + a], coupled[(at % k * m) + a]);
                }
            }
        }

        return covariance;
    }

    // A sum's weights spread over space, one layer for each product and order in time.
    private IEnumerable<Layer> Layers(WeakGrid grid, double[] weights, int sum) => pieces
        .GroupBy(piece => (piece.Part.ProductName, piece.Part.T))
        .Select(group =>
        {
            var values = new double[grid.Axes[0].Places * fields.Series.Points];
            foreach (var piece in group)
            {
                TensorPrimitives.MultiplyAdd(InSpace(grid, weights, piece.Part), piece.Weight, values, values);
            }

            var product = Array.FindIndex(products, part => part.ProductName == group.Key.ProductName);
            return new Layer((sum * products.Length) + product, grid.Axes[0], group.Key.T, values);
        });

    private static double[] InSpace(WeakGrid grid, double[] weights, WeakPart part)
    {
        var (current, inner) = (weights, grid.Rows / grid.Axes[0].Places);
        var orders = part.Orders(grid.Axes.Count - 1);
        for (var axis = 1; axis < grid.Axes.Count; axis++)
        {
            inner /= grid.Axes[axis].Places;
            current = grid.Axes[axis].Spread(current, inner, orders[axis]);
        }

        return current;
    }

    private static void Gather(Layer[] layers, int time, States noise)
    {
        noise.Values.Clear();
        foreach (var layer in layers)
        {
            var axis = layer.Axis;
            var sum = noise[layer.Row];
            var weights = axis.Function.Derivative(layer.InTime);
            var scale = axis.Function.Spacing * (layer.InTime % 2 == 0 ? 1 : -1);
            var last = Math.Min(axis.Places - 1, time / axis.Stride);
            for (var place = last; place >= 0 && time - (place * axis.Stride) < weights.Length; place--)
            {
                var row = layer.Values.AsSpan(place * sum.Length, sum.Length);
                TensorPrimitives.MultiplyAdd(row, scale * weights[time - (place * axis.Stride)], sum, sum);
            }
        }
    }

    // What each product's noise has in common with all of a sum's.
    private void Couple(int time, int sums, States noise, States coupled)
    {
        var table = new HermiteTable(field => fields[field][time].ToArray(), fields.Deviation);
        var (m, covariance) = (products.Length, new double[noise.Size]);
        coupled.Values.Clear();
        for (var pair = 0; pair < covariances.Length; pair++)
        {
            covariance.AsSpan().Clear();
            foreach (var summand in covariances[pair])
            {
                TensorPrimitives.MultiplyAdd(table.Product(summand.Degrees), summand.Factor, covariance, covariance);
            }

            for (var sum = 0; sum < sums && covariances[pair].Length > 0; sum++)
            {
                var result = coupled[(sum * m) + (pair / m)];
                TensorPrimitives.MultiplyAdd(covariance, noise[(sum * m) + (pair % m)], result, result);
            }
        }
    }

    private readonly record struct Piece(WeakPart Part, double Weight);

    private sealed record Layer(int Row, WeakAxis Axis, int InTime, double[] Values);
}
