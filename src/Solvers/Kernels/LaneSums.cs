using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>An array of modes times factors.</summary>
internal readonly record struct LaneTerm<T>(int Source, LaneFactors<T> Factors)
    where T : unmanaged, INumber<T>;

/// <summary>Sums of arrays of modes, each times its factors: the stages of a scheme.</summary>
internal static unsafe class LaneSums<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>
    /// Puts the sum over <paramref name="terms"/> into <paramref name="sum"/>, which is none of the sources.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Set(LaneTerm<T>[] terms, AlignedMemory<T>[] sources, T* sum, int waves)
    {
        var done = 0;
        while (done < terms.Length)
        {
            var left = terms.Length - done;
            if (left >= 3
                && terms[done].Factors.IsReal && terms[done + 1].Factors.IsReal && terms[done + 2].Factors.IsReal)
            {
                Real3(terms, sources, done, sum, waves);
                done += 3;
            }
            else if (left >= 2 && terms[done].Factors.IsReal && terms[done + 1].Factors.IsReal)
            {
                Real2(terms, sources, done, sum, waves);
                done += 2;
            }
            else
            {
                Complex(terms, sources, done, sum, waves);
                done++;
            }
        }

        Half(terms, sources, sum);
    }

    /// <summary>
    /// Adds a state to the increment in <paramref name="sum"/>, together with what rounding left of the last such sum.
    /// </summary>
    /// <remarks>Kahan (1965), doi:10.1145/363707.363723.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(T* state, T* remainder, T* sum, nint length)
    {
        for (nint at = 0; at < length; at += TLanes.Count)
        {
            var old = TLanes.Load(state + at);
            var increment = TLanes.Load(sum + at) + TLanes.Load(remainder + at);
            var total = old + increment;
            (increment - (total - old)).Store(remainder + at);
            total.Store(sum + at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Real3(LaneTerm<T>[] terms, AlignedMemory<T>[] sources, int first, T* sum, int waves)
    {
        var (x, y, z) = (terms[first], terms[first + 1], terms[first + 2]);
        T* px = sources[x.Source].Pointer, py = sources[y.Source].Pointer, pz = sources[z.Source].Pointer;
        T* fx = x.Factors.Real, fy = y.Factors.Real, fz = z.Factors.Real;
        var end = Wave<TLanes, T>.Wide * (nint)waves;
        for (nint j = 0; j < end; j += Wave<TLanes, T>.Wide)
        {
            var f = TLanes.Factor(fx, j);
            var wave = Wave<TLanes, T>.Load(px, j);
            var re = wave.Re * f;
            var im = wave.Im * f;
            f = TLanes.Factor(fy, j);
            wave = Wave<TLanes, T>.Load(py, j);
            re = TLanes.MultiplyAdd(wave.Re, f, re);
            im = TLanes.MultiplyAdd(wave.Im, f, im);
            f = TLanes.Factor(fz, j);
            wave = Wave<TLanes, T>.Load(pz, j);
            Put(new(TLanes.MultiplyAdd(wave.Re, f, re), TLanes.MultiplyAdd(wave.Im, f, im)), first, sum, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Real2(LaneTerm<T>[] terms, AlignedMemory<T>[] sources, int first, T* sum, int waves)
    {
        var (x, y) = (terms[first], terms[first + 1]);
        T* px = sources[x.Source].Pointer, py = sources[y.Source].Pointer;
        T* fx = x.Factors.Real, fy = y.Factors.Real;
        var end = Wave<TLanes, T>.Wide * (nint)waves;
        for (nint j = 0; j < end; j += Wave<TLanes, T>.Wide)
        {
            var f = TLanes.Factor(fx, j);
            var wave = Wave<TLanes, T>.Load(px, j);
            var re = wave.Re * f;
            var im = wave.Im * f;
            f = TLanes.Factor(fy, j);
            wave = Wave<TLanes, T>.Load(py, j);
            Put(new(TLanes.MultiplyAdd(wave.Re, f, re), TLanes.MultiplyAdd(wave.Im, f, im)), first, sum, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Complex(LaneTerm<T>[] terms, AlignedMemory<T>[] sources, int first, T* sum, int waves)
    {
        var source = sources[terms[first].Source].Pointer;
        T* fr = terms[first].Factors.Real, fi = terms[first].Factors.Imaginary;
        var end = Wave<TLanes, T>.Wide * (nint)waves;
        for (nint j = 0; j < end; j += Wave<TLanes, T>.Wide)
        {
            var r = TLanes.Factor(fr, j);
            var s = TLanes.Factor(fi, j);
            var wave = Wave<TLanes, T>.Load(source, j);
            Put(
                new(TLanes.SubtractProduct(wave.Re * r, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, wave.Im * r)),
                first, sum, j);
        }
    }

    // The first terms begin the sum, later ones add to it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Wave<TLanes, T> wave, int first, T* sum, nint at) =>
        (first == 0 ? wave : Wave<TLanes, T>.Load(sum, at) + wave).Store(sum, at);

    // Mode n/2, the imaginary part at place 0, has factors of its own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half(LaneTerm<T>[] terms, AlignedMemory<T>[] sources, T* sum)
    {
        var total = TLanes.Broadcast(0);
        for (var i = 0; i < terms.Length; i++)
        {
            var half = TLanes.Load(sources[terms[i].Source].Pointer + TLanes.Count);
            total = TLanes.MultiplyAdd(half, TLanes.Broadcast(terms[i].Factors.Half), total);
        }

        var first = sum + TLanes.Count;
        TLanes.Join(total, TLanes.Load(first)).Store(first);
    }
}
