using System.Runtime.CompilerServices;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>An array of modes times factors.</summary>
internal readonly record struct LaneTerm(int Source, LaneFactors Factors);

/// <summary>Sums of arrays of modes, each times its factors: the stages of a scheme.</summary>
internal static unsafe class LaneSums<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>
    /// Puts the sum over <paramref name="terms"/> into <paramref name="sum"/>, which is none of the sources.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Set(LaneTerm[] terms, AlignedMemory[] sources, double* sum, int waves)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Real3(LaneTerm[] terms, AlignedMemory[] sources, int first, double* sum, int waves)
    {
        var (x, y, z) = (terms[first], terms[first + 1], terms[first + 2]);
        double* px = sources[x.Source].Pointer, py = sources[y.Source].Pointer, pz = sources[z.Source].Pointer;
        double* fx = x.Factors.Real, fy = y.Factors.Real, fz = z.Factors.Real;
        var end = Wave<TLanes>.Wide * (nint)waves;
        for (nint j = 0; j < end; j += Wave<TLanes>.Wide)
        {
            var f = TLanes.Factor(fx, j);
            var wave = Wave<TLanes>.Load(px, j);
            var re = wave.Re * f;
            var im = wave.Im * f;
            f = TLanes.Factor(fy, j);
            wave = Wave<TLanes>.Load(py, j);
            re = TLanes.MultiplyAdd(wave.Re, f, re);
            im = TLanes.MultiplyAdd(wave.Im, f, im);
            f = TLanes.Factor(fz, j);
            wave = Wave<TLanes>.Load(pz, j);
            Put(new(TLanes.MultiplyAdd(wave.Re, f, re), TLanes.MultiplyAdd(wave.Im, f, im)), first, sum, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Real2(LaneTerm[] terms, AlignedMemory[] sources, int first, double* sum, int waves)
    {
        var (x, y) = (terms[first], terms[first + 1]);
        double* px = sources[x.Source].Pointer, py = sources[y.Source].Pointer;
        double* fx = x.Factors.Real, fy = y.Factors.Real;
        var end = Wave<TLanes>.Wide * (nint)waves;
        for (nint j = 0; j < end; j += Wave<TLanes>.Wide)
        {
            var f = TLanes.Factor(fx, j);
            var wave = Wave<TLanes>.Load(px, j);
            var re = wave.Re * f;
            var im = wave.Im * f;
            f = TLanes.Factor(fy, j);
            wave = Wave<TLanes>.Load(py, j);
            Put(new(TLanes.MultiplyAdd(wave.Re, f, re), TLanes.MultiplyAdd(wave.Im, f, im)), first, sum, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Complex(LaneTerm[] terms, AlignedMemory[] sources, int first, double* sum, int waves)
    {
        var source = sources[terms[first].Source].Pointer;
        double* fr = terms[first].Factors.Real, fi = terms[first].Factors.Imaginary;
        var end = Wave<TLanes>.Wide * (nint)waves;
        for (nint j = 0; j < end; j += Wave<TLanes>.Wide)
        {
            var r = TLanes.Factor(fr, j);
            var s = TLanes.Factor(fi, j);
            var wave = Wave<TLanes>.Load(source, j);
            Put(
                new(TLanes.SubtractProduct(wave.Re * r, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, wave.Im * r)),
                first, sum, j);
        }
    }

    // The first terms begin the sum, later ones add to it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Wave<TLanes> wave, int first, double* sum, nint at) =>
        (first == 0 ? wave : Wave<TLanes>.Load(sum, at) + wave).Store(sum, at);

    // Mode n/2, the imaginary part at place 0, has factors of its own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half(LaneTerm[] terms, AlignedMemory[] sources, double* sum)
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
