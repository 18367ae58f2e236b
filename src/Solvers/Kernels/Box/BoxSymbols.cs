using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Real factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct RealTimes<TLanes>(double* waves, BoxNumbers numbers, int group, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly double* factors = numbers.At(group);
    private readonly nint mask = numbers.Mask(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint at) =>
        Wave<TLanes>.Load(waves, at).Times(TLanes.Load(factors + ((at >> 1) & mask)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes> wave)
    {
        var factor = TLanes.Load(factors + ((at >> 1) & mask));
        (adds ? Wave<TLanes>.Load(waves, at).Plus(factor, wave) : wave.Times(factor)).Store(waves, at);
    }
}

/// <summary>Imaginary factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct ImaginaryTimes<TLanes>(double* waves, BoxNumbers numbers, int group, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly double* factors = numbers.At(group);
    private readonly nint mask = numbers.Mask(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint at)
    {
        var s = TLanes.Load(factors + ((at >> 1) & mask));
        var wave = Wave<TLanes>.Load(waves, at);
        return new((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes> wave)
    {
        var s = TLanes.Load(factors + ((at >> 1) & mask));
        if (adds)
        {
            var sum = Wave<TLanes>.Load(waves, at);
            sum = new(TLanes.SubtractProduct(sum.Re, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, sum.Im));
            sum.Store(waves, at);
        }
        else
        {
            new Wave<TLanes>((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s).Store(waves, at);
        }
    }
}

/// <summary>Complex factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct ComplexTimes<TLanes>(double* waves, BoxFactors factors, int group, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly double* real = factors.Real.At(group);
    private readonly double* imaginary = factors.Imaginary.At(group);
    private readonly nint realMask = factors.Real.Mask(group);
    private readonly nint imaginaryMask = factors.Imaginary.Mask(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint at) => Product(Wave<TLanes>.Load(waves, at), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes> wave)
    {
        var product = Product(wave, at);
        (adds ? Wave<TLanes>.Load(waves, at) + product : product).Store(waves, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes> Product(Wave<TLanes> wave, nint at)
    {
        var r = TLanes.Load(real + ((at >> 1) & realMask));
        var s = TLanes.Load(imaginary + ((at >> 1) & imaginaryMask));
        return new(TLanes.SubtractProduct(wave.Re * r, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, wave.Im * r));
    }
}

/// <summary>Products of two arrays of points, of real parts and of imaginary ones.</summary>
internal readonly unsafe struct PointPair<TLanes>(double* a, double* b) : IComplexSource<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint at)
    {
        var (x, y) = (Wave<TLanes>.Load(a, at), Wave<TLanes>.Load(b, at));
        return new(x.Re * y.Re, x.Im * y.Im);
    }
}
