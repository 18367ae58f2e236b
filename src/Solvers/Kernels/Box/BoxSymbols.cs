using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Real factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct RealTimes<TLanes>(double* waves, BoxNumbers numbers, int group, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly double* factors = numbers.At(group);
    private readonly nint step = numbers.Step(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint place) =>
        Wave<TLanes>.Load(waves, place).Times(TLanes.Load(factors + (place * step)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, Wave<TLanes> wave)
    {
        var factor = TLanes.Load(factors + (place * step));
        (adds ? Wave<TLanes>.Load(waves, place).Plus(factor, wave) : wave.Times(factor)).Store(waves, place);
    }
}

/// <summary>Imaginary factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct ImaginaryTimes<TLanes>(double* waves, BoxNumbers numbers, int group, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly double* factors = numbers.At(group);
    private readonly nint step = numbers.Step(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint place)
    {
        var s = TLanes.Load(factors + (place * step));
        var wave = Wave<TLanes>.Load(waves, place);
        return new((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, Wave<TLanes> wave)
    {
        var s = TLanes.Load(factors + (place * step));
        if (adds)
        {
            var sum = Wave<TLanes>.Load(waves, place);
            new Wave<TLanes>(TLanes.SubtractProduct(sum.Re, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, sum.Im)).Store(waves, place);
        }
        else
        {
            new Wave<TLanes>((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s).Store(waves, place);
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
    private readonly nint realStep = factors.Real.Step(group);
    private readonly nint imaginaryStep = factors.Imaginary.Step(group);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint place) => Product(Wave<TLanes>.Load(waves, place), place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, Wave<TLanes> wave)
    {
        var product = Product(wave, place);
        (adds ? Wave<TLanes>.Load(waves, place) + product : product).Store(waves, place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes> Product(Wave<TLanes> wave, nint place)
    {
        var r = TLanes.Load(real + (place * realStep));
        var s = TLanes.Load(imaginary + (place * imaginaryStep));
        return new(TLanes.SubtractProduct(wave.Re * r, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, wave.Im * r));
    }
}

/// <summary>Products of two arrays of points, of real parts and of imaginary ones.</summary>
internal readonly unsafe struct PointPair<TLanes>(double* a, double* b) : IComplexSource<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint place)
    {
        var (x, y) = (Wave<TLanes>.Load(a, place), Wave<TLanes>.Load(b, place));
        return new(x.Re * y.Re, x.Im * y.Im);
    }
}
