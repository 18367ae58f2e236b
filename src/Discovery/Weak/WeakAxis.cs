using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>The places of test functions along one axis of the data.</summary>
/// <param name="Points">Number of samples along the axis; one for an axis that is not there.</param>
/// <param name="Function">The factor of the test functions along the axis.</param>
/// <param name="Stride">Samples from one place to the next.</param>
/// <param name="IsPeriodic">Whether supports go on at the other end.</param>
internal sealed record WeakAxis(int Points, TestFunction Function, int Stride, bool IsPeriodic)
{
    /// <summary>Number of places: supports fit in, or go round.</summary>
    public int Places => IsPeriodic ? Math.Max(1, Points / Stride)
        : Points < Function.Support ? 0 : ((Points - Function.Support) / Stride) + 1;

    /// <summary>Places a half width, one where the axis is not there.</summary>
    public double Overlap => Function.HalfWidth == 0 ? 1 : (double)Function.HalfWidth / Stride;

    /// <summary>The sample under the middle of the test function at a place.</summary>
    public int Centre(int place) => ((place * Stride) + Function.HalfWidth) % Points;

    /// <summary>∫ f (-∂)^order φ along the axis at every place.</summary>
    /// <param name="f">Values, shape [outer, points, inner].</param>
    /// <param name="inner">Values between neighbours along the axis.</param>
    /// <param name="order">Order of the derivative of φ.</param>
    /// <returns>The integrals, shape [outer, places, inner].</returns>
    internal double[] Integrate(ReadOnlySpan<double> f, int inner, int order)
    {
        var result = new double[f.Length / Points * Places];
        AddIntegrals(f, inner, order, result);
        return result;
    }

    /// <summary>Adds the integrals to <paramref name="sums"/>, shape [outer, places, inner].</summary>
    internal void AddIntegrals(ReadOnlySpan<double> f, int inner, int order, Span<double> sums)
    {
        var (outer, places) = (f.Length / (Points * inner), Places);
        var weights = Function.Derivative(order);
        var scale = Function.Spacing * (order % 2 == 0 ? 1 : -1);
        for (var line = 0; line < outer; line++)
        {
            var samples = f.Slice(line * Points * inner, Points * inner);
            for (var place = 0; place < places; place++)
            {
                var sum = sums.Slice(((line * places) + place) * inner, inner);
                var first = place * Stride;
                var straight = Math.Min(weights.Length, Points - first);
                Accumulate(sum, scale, weights[..straight], samples[(first * inner)..]);
                Accumulate(sum, scale, weights[straight..], samples);
            }
        }
    }

    /// <summary>factor (-∂)^order φ times the spacing, as <see cref="Spread"/> takes it.</summary>
    internal double[] Table(int order, double factor)
    {
        var table = Function.PaddedDerivative(order).ToArray();
        TensorPrimitives.Multiply(table, factor * Function.Spacing * (order % 2 == 0 ? 1 : -1), table);
        return table;
    }

    /// <summary>
    /// The transpose of <see cref="Integrate"/>: adds Σ g φ over the places to every sample.
    /// </summary>
    /// <param name="g">Values at the places, shape [outer, places, inner].</param>
    /// <param name="inner">Values between neighbours along the axis.</param>
    /// <param name="table">φ: a <see cref="Table"/>, or a sum of some.</param>
    /// <param name="samples">The sums, shape [outer, points, inner].</param>
    internal void Spread(ReadOnlySpan<double> g, int inner, ReadOnlySpan<double> table, Span<double> samples)
    {
        var places = Places;
        for (var line = 0; line < g.Length / (places * inner); line++)
        {
            var values = g.Slice(line * places * inner, places * inner);
            var sums = samples.Slice(line * Points * inner, Points * inner);
            var place = inner == 1 ? Straight(values, table, sums) : 0;
            for (; place < places; place++)
            {
                Distribute(sums, place * Stride, table, values.Slice(place * inner, inner));
            }
        }
    }

    /// <summary>
    /// Inner products of (-∂)^a φ with (-∂)^b φ at a place 1 - places … places - 1 further on, shape [2 places - 1].
    /// </summary>
    internal double[] Overlaps(int a, int b)
    {
        var result = new double[(2 * Places) - 1];
        for (var at = 0; at < result.Length; at++)
        {
            var shift = (at - Places + 1) * Stride;
            result[at] = Inner(a, b, shift);
            result[at] += IsPeriodic ? Inner(a, b, shift - Points) + Inner(a, b, shift + Points) : 0;
        }

        return result;
    }

    // The other support begins so many samples after this one.
    private double Inner(int a, int b, int shift)
    {
        var x = Function.Derivative(a);
        var y = Function.Derivative(b);
        var first = Math.Max(0, shift);
        var length = Math.Min(x.Length, y.Length + shift) - first;
        var sum = length <= 0 ? 0
            : TensorPrimitives.Dot(x.Slice(first, length), y.Slice(first - shift, length));
        return sum * Function.Spacing * Function.Spacing * ((a + b) % 2 == 0 ? 1 : -1);
    }

    // The places whose supports do not go round; returns how many.
    private int Straight(ReadOnlySpan<double> values, ReadOnlySpan<double> table, Span<double> sums)
    {
        var places = Points < Function.Support ? 0
            : Math.Min(values.Length, ((Points - Function.Support) / Stride) + 1);
        PlaceKernels.Spread(table, Stride, values[..places], sums);
        return places;
    }

    private void Distribute(
        Span<double> samples, int first, ReadOnlySpan<double> table, ReadOnlySpan<double> values)
    {
        for (var k = 0; k < Function.Support; k++)
        {
            var row = samples.Slice((first + k) % Points * values.Length, values.Length);
            TensorPrimitives.MultiplyAdd(values, table[PlaceKernels.Padding + k], row, row);
        }
    }

    private static void Accumulate(
        Span<double> sum, double scale, ReadOnlySpan<double> weights, ReadOnlySpan<double> samples)
    {
        if (sum.Length == 1)
        {
            sum[0] += scale * TensorPrimitives.Dot(weights, samples[..weights.Length]);
            return;
        }

        PlaceKernels.AddRows(sum, scale, weights, samples);
    }
}
