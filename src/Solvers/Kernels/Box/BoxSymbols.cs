using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Real factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct RealTimes<TLanes>(double* waves, double* factors, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint place) => Wave<TLanes>.Load(waves, place).Times(TLanes.Factor(factors, place));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, Wave<TLanes> wave)
    {
        var factor = TLanes.Factor(factors, place);
        (adds ? Wave<TLanes>.Load(waves, place).Plus(factor, wave) : wave.Times(factor)).Store(waves, place);
    }
}

/// <summary>Imaginary factors times modes, on the way in, or out in place of what is there or added to it.</summary>
internal readonly unsafe struct ImaginaryTimes<TLanes>(double* waves, double* factors, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint place)
    {
        var s = TLanes.Factor(factors, place);
        var wave = Wave<TLanes>.Load(waves, place);
        return new((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, Wave<TLanes> wave)
    {
        var s = TLanes.Factor(factors, place);
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
internal readonly unsafe struct ComplexTimes<TLanes>(double* waves, double* real, double* imaginary, bool adds)
    : IComplexSource<TLanes>, IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
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
        var r = TLanes.Factor(real, place);
        var s = TLanes.Factor(imaginary, place);
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
