using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Real factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct RealTimes<TLanes, T>(T* waves, BoxNumbers<T> numbers, int group, bool adds)
    : IComplexSource<TLanes, T>, IComplexSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly T* factors = numbers.At(group);
    private readonly nint mask = numbers.Mask(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at) =>
        Wave<TLanes, T>.Load(waves, at).Times(TLanes.Load(factors + ((at >> 1) & mask)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes, T> wave)
    {
        var factor = TLanes.Load(factors + ((at >> 1) & mask));
        (adds ? Wave<TLanes, T>.Load(waves, at).Plus(factor, wave) : wave.Times(factor)).Store(waves, at);
    }
}

/// <summary>Imaginary factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct ImaginaryTimes<TLanes, T>(T* waves, BoxNumbers<T> numbers, int group, bool adds)
    : IComplexSource<TLanes, T>, IComplexSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly T* factors = numbers.At(group);
    private readonly nint mask = numbers.Mask(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at)
    {
        var s = TLanes.Load(factors + ((at >> 1) & mask));
        var wave = Wave<TLanes, T>.Load(waves, at);
        return new((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes, T> wave)
    {
        var s = TLanes.Load(factors + ((at >> 1) & mask));
        if (adds)
        {
            var sum = Wave<TLanes, T>.Load(waves, at);
            sum = new(TLanes.SubtractProduct(sum.Re, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, sum.Im));
            sum.Store(waves, at);
        }
        else
        {
            new Wave<TLanes, T>((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s).Store(waves, at);
        }
    }
}

/// <summary>Complex factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct ComplexTimes<TLanes, T>(T* waves, BoxFactors<T> factors, int group, bool adds)
    : IComplexSource<TLanes, T>, IComplexSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly T* real = factors.Real.At(group);
    private readonly T* imaginary = factors.Imaginary.At(group);
    private readonly nint realMask = factors.Real.Mask(group);
    private readonly nint imaginaryMask = factors.Imaginary.Mask(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at) => Product(Wave<TLanes, T>.Load(waves, at), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes, T> wave)
    {
        var product = Product(wave, at);
        (adds ? Wave<TLanes, T>.Load(waves, at) + product : product).Store(waves, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes, T> Product(Wave<TLanes, T> wave, nint at)
    {
        var r = TLanes.Load(real + ((at >> 1) & realMask));
        var s = TLanes.Load(imaginary + ((at >> 1) & imaginaryMask));
        return new(TLanes.SubtractProduct(wave.Re * r, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, wave.Im * r));
    }
}

/// <summary>Products of two arrays of points, of real parts and of imaginary ones.</summary>
internal readonly unsafe struct PointPair<TLanes, T>(T* a, T* b) : IComplexSource<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at)
    {
        var (x, y) = (Wave<TLanes, T>.Load(a, at), Wave<TLanes, T>.Load(b, at));
        return new(x.Re * y.Re, x.Im * y.Im);
    }
}
