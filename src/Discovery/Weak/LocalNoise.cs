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
        Layer[] layers = [.. sums.SelectMany(
            each => each.Weights.SelectMany(
                (weights, i) => pieces.Select(piece => LayerOf(each.Grid, weights, i, piece))))];
        var (noise, coupled) = (new States(k * m, fields.Series.Points), new States(k * m, fields.Series.Points));
        var covariance = new double[k * k];
        var stride = Math.Max(1, sums.Min(each => each.Grid.Axes[0].Function.HalfWidth) / Smoothness);
        for (var time = stride / 2; time < fields.Series.Times; time += stride)
        {
            Gather(layers, time, noise);
            Couple(time, k, noise, coupled);
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

    private Layer LayerOf(WeakGrid grid, double[] weights, int sum, Piece piece)
    {
        var product = Array.FindIndex(products, part => part.ProductName == piece.Part.ProductName);
        return new Layer((sum * products.Length) + product, grid, piece, weights);
    }

    // First in time, where a line of places is short, then spread over space.
    private static void Gather(Layer[] layers, int time, States noise)
    {
        noise.Values.Clear();
        foreach (var layer in layers)
        {
            var (axis, order) = (layer.Grid.Axes[0], layer.Piece.Part.T);
            var weights = axis.Function.Derivative(order);
            var scale = layer.Piece.Weight * axis.Function.Spacing * (order % 2 == 0 ? 1 : -1);
            var line = new double[layer.Weights.Length / axis.Places];
            var place = Math.Min(axis.Places - 1, time / axis.Stride);
            for (; place >= 0 && time - (place * axis.Stride) < weights.Length; place--)
            {
                var row = layer.Weights.AsSpan(place * line.Length, line.Length);
                TensorPrimitives.MultiplyAdd(row, scale * weights[time - (place * axis.Stride)], line, line);
            }

            var sum = noise[layer.Row];
            TensorPrimitives.Add(sum, InSpace(layer.Grid, line, layer.Piece.Part), sum);
        }
    }

    private static double[] InSpace(WeakGrid grid, double[] line, WeakPart part)
    {
        var (current, inner) = (line, line.Length);
        var orders = part.Orders(grid.Axes.Count - 1);
        for (var axis = 1; axis < grid.Axes.Count; axis++)
        {
            inner /= grid.Axes[axis].Places;
            current = grid.Axes[axis].Spread(current, inner, orders[axis]);
        }

        return current;
    }

    // What each product's noise has in common with all of a sum's; two products share the same in either order.
    private void Couple(int time, int sums, States noise, States coupled)
    {
        var (m, covariance) = (products.Length, new double[noise.Size]);
        coupled.Values.Clear();
        for (var pair = 0; pair < covariances.Length; pair++)
        {
            var (one, other) = (pair / m, pair % m);
            if (other > one || covariances[pair].Length == 0)
            {
                continue;
            }

            Fill(covariances[pair], time, covariance);
            for (var sum = 0; sum < sums; sum++)
            {
                Add(covariance, noise[(sum * m) + other], coupled[(sum * m) + one]);
                if (other < one)
                {
                    Add(covariance, noise[(sum * m) + one], coupled[(sum * m) + other]);
                }
            }
        }
    }

    private void Fill(NoiseMoments.Summand[] summands, int time, double[] covariance)
    {
        var powers = fields.PowersAt(time);
        covariance.AsSpan().Clear();
        foreach (var summand in summands)
        {
            TensorPrimitives.MultiplyAdd(powers.Product(summand.Degrees), summand.Factor, covariance, covariance);
        }
    }

    private static void Add(double[] factor, ReadOnlySpan<double> values, Span<double> sum) =>
        TensorPrimitives.MultiplyAdd(values, factor, sum, sum);

    private readonly record struct Piece(WeakPart Part, double Weight);

    private sealed record Layer(int Row, WeakGrid Grid, Piece Piece, double[] Weights);
}
