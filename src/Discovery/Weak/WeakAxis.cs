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
        var (outer, places) = (f.Length / (Points * inner), Places);
        var weights = Function.Derivative(order);
        var scale = Function.Spacing * (order % 2 == 0 ? 1 : -1);
        var result = new double[outer * places * inner];
        for (var line = 0; line < outer; line++)
        {
            var samples = f.Slice(line * Points * inner, Points * inner);
            for (var place = 0; place < places; place++)
            {
                var sum = result.AsSpan(((line * places) + place) * inner, inner);
                var first = place * Stride;
                var straight = Math.Min(weights.Length, Points - first);
                Accumulate(sum, scale, weights[..straight], samples[(first * inner)..]);
                Accumulate(sum, scale, weights[straight..], samples);
            }
        }

        return result;
    }

    /// <summary>
    /// The transpose of <see cref="Integrate"/>: Σ g (-∂)^order φ over the places, at every sample.
    /// </summary>
    /// <param name="g">Values at the places, shape [outer, places, inner].</param>
    /// <param name="inner">Values between neighbours along the axis.</param>
    /// <param name="order">Order of the derivative of φ.</param>
    /// <returns>The sums, shape [outer, points, inner].</returns>
    internal double[] Spread(ReadOnlySpan<double> g, int inner, int order)
    {
        var places = Places;
        var weights = Function.Derivative(order);
        var scale = Function.Spacing * (order % 2 == 0 ? 1 : -1);
        var result = new double[g.Length / places * Points];
        for (var row = 0; row < g.Length / inner; row++)
        {
            var values = g.Slice(row * inner, inner);
            var line = result.AsSpan(row / places * Points * inner, Points * inner);
            var first = row % places * Stride;
            var straight = Math.Min(weights.Length, Points - first);
            Distribute(line[(first * inner)..], scale, weights[..straight], values);
            Distribute(line, scale, weights[straight..], values);
        }

        return result;
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
            : System.Numerics.Tensors.TensorPrimitives.Dot(x.Slice(first, length), y.Slice(first - shift, length));
        return sum * Function.Spacing * Function.Spacing * ((a + b) % 2 == 0 ? 1 : -1);
    }

    private static void Distribute(
        Span<double> samples, double scale, ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        if (values.Length == 1)
        {
            var line = samples[..weights.Length];
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(weights, scale * values[0], line, line);
            return;
        }

        for (var k = 0; k < weights.Length; k++)
        {
            var row = samples.Slice(k * values.Length, values.Length);
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(values, scale * weights[k], row, row);
        }
    }

    private static void Accumulate(
        Span<double> sum, double scale, ReadOnlySpan<double> weights, ReadOnlySpan<double> samples)
    {
        if (sum.Length == 1)
        {
            sum[0] += scale * System.Numerics.Tensors.TensorPrimitives.Dot(weights, samples[..weights.Length]);
            return;
        }

        for (var k = 0; k < weights.Length; k++)
        {
            var row = samples.Slice(k * sum.Length, sum.Length);
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(row, scale * weights[k], sum, sum);
        }
    }
}
