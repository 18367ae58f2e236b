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
    /// Inner products of (-∂)^a φ at the places of this axis with (-∂)^b φ at those of another on the same samples.
    /// </summary>
    /// <returns>Shape [places, places of the other].</returns>
    internal double[] Overlaps(WeakAxis other, int a, int b)
    {
        var known = new Dictionary<int, double>();
        var (rows, columns) = (Places, other.Places);
        var result = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var shift = (j * other.Stride) - (i * Stride);
                if (!known.TryGetValue(shift, out var value))
                {
                    value = Inner(other, a, b, shift);
                    value += IsPeriodic ? Inner(other, a, b, shift - Points) + Inner(other, a, b, shift + Points) : 0;
                    known.Add(shift, value);
                }

                result[(i * columns) + j] = value;
            }
        }

        return result;
    }

    // The other's support begins so many samples after this one's.
    private double Inner(WeakAxis other, int a, int b, int shift)
    {
        var x = Function.Derivative(a);
        var y = other.Function.Derivative(b);
        var sum = 0.0;
        for (var k = Math.Max(0, shift); k < Math.Min(x.Length, y.Length + shift); k++)
        {
            sum += x[k] * y[k - shift];
        }

        return sum * Function.Spacing * Function.Spacing * ((a + b) % 2 == 0 ? 1 : -1);
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
