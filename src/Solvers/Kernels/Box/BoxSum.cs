using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>A sum of modes of a field in a box, each times its factors; factors in proportion are read once.</summary>
internal sealed unsafe class BoxSum<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly Part[] parts;
    private readonly int most;

    /// <param name="terms">Sources and one factor a mode each.</param>
    /// <param name="layout">Where they lie.</param>
    public BoxSum(IEnumerable<(int Source, Func<int, Complex> Factors)> terms, BoxLayout<TLanes, T> layout)
    {
        var found = new List<(BoxFactors<T> Factors, List<(int Source, double Scale)> Terms)>();
        foreach (var (source, factors) in terms)
        {
            var values = layout.Factors(factors, isProduct: false);
            if (values.IsReal && values.IsImaginary)
            {
                continue;
            }

            var place = found.FindIndex(part => Ratio(values.Values, part.Factors.Values) is not null);
            if (place < 0)
            {
                place = found.Count;
                found.Add((values, []));
            }

            found[place].Terms.Add((source, Ratio(values.Values, found[place].Factors.Values)!.Value));
        }

        parts = [.. found.Select(part => new Part(
            part.Factors, [.. part.Terms.Select(term => term.Source)],
            [.. part.Terms.Select(term => T.CreateTruncating(term.Scale))]))];
        most = parts.Select(part => part.Sources.Length).DefaultIfEmpty().Max();
    }

    private sealed record Part(BoxFactors<T> Factors, int[] Sources, T[] Scales);

    public bool IsEmpty => parts.Length == 0;

    /// <summary>Puts the sum of a group's modes.</summary>
    /// <param name="group">The group.</param>
    /// <param name="sources">The group's first wave in each source.</param>
    /// <param name="sum">The same of the result, which is none of the sources.</param>
    /// <param name="waves">Number of waves of the group.</param>
    public void Set(int group, T** sources, T* sum, int waves)
    {
        if (parts.Length == 0)
        {
            new Span<T>(sum, 2 * TLanes.Count * waves).Clear();
        }

        var pointers = stackalloc T*[most];
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            for (var source = 0; source < part.Sources.Length; source++)
            {
                pointers[source] = sources[part.Sources[source]];
            }

            fixed (T* scales = part.Scales)
            {
                Put(part.Factors, group, pointers, scales, part.Scales.Length, sum, waves, adds: i > 0);
            }
        }
    }

    // The real number that a is times b, if there is one.
    private static double? Ratio(Complex[] a, Complex[] b)
    {
        var largest = Array.FindIndex(b, value => value != 0);
        for (var i = largest; i < b.Length; i++)
        {
            largest = b[i].Magnitude > b[largest].Magnitude ? i : largest;
        }

        var ratio = Math.Abs(b[largest].Real) > Math.Abs(b[largest].Imaginary)
            ? a[largest].Real / b[largest].Real
            : a[largest].Imaginary / b[largest].Imaginary;
        for (var i = 0; i < a.Length; i++)
        {
            if (!((a[i] - (ratio * b[i])).Magnitude <= 1e-15 * a[i].Magnitude))
            {
                return null;
            }
        }

        return ratio;
    }

    private static void Put(
        BoxFactors<T> factors, int group, T** sources, T* scales, int count, T* sum, int waves, bool adds)
    {
        if (factors.IsReal)
        {
            var sink = new RealTimes<TLanes, T>(sum, factors.Real, group, adds);
            Put(ref sink, sources, scales, count, waves);
        }
        else if (factors.IsImaginary)
        {
            var sink = new ImaginaryTimes<TLanes, T>(sum, factors.Imaginary, group, adds);
            Put(ref sink, sources, scales, count, waves);
        }
        else
        {
            var sink = new ComplexTimes<TLanes, T>(sum, factors, group, adds);
            Put(ref sink, sources, scales, count, waves);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put<TSink>(ref TSink sink, T** sources, T* scales, int count, int waves)
        where TSink : struct, IComplexSink<TLanes, T>
    {
        var end = Wave<TLanes, T>.Wide * (nint)waves;
        var first = sources[0];
        var scale = TLanes.Repeat(scales);
        if (count == 1)
        {
            for (nint at = 0; at < end; at += Wave<TLanes, T>.Wide)
            {
                sink.Store(at, Wave<TLanes, T>.Load(first, at).Times(scale));
            }

            return;
        }

        var second = sources[1];
        var other = TLanes.Repeat(scales + 1);
        for (nint at = 0; at < end; at += Wave<TLanes, T>.Wide)
        {
            var value = Wave<TLanes, T>.Load(first, at).Times(scale).Plus(other, Wave<TLanes, T>.Load(second, at));
            for (var i = 2; i < count; i++)
            {
                value = value.Plus(TLanes.Repeat(scales + i), Wave<TLanes, T>.Load(sources[i], at));
            }

            sink.Store(at, value);
        }
    }
}
