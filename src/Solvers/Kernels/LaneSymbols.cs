using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>One number times an array of modes.</summary>
internal readonly unsafe struct ScaledWaves<TLanes, T>(T* waves, double factor) : IWaveSource<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly TLanes factor = TLanes.Broadcast(factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> LoadEnds() => Load(0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at)
    {
        var wave = Wave<TLanes, T>.Load(waves, at);
        return new(wave.Re * factor, wave.Im * factor);
    }
}

/// <summary>Real factors times an array of modes, on the way in or out.</summary>
internal readonly unsafe struct RealSymbol<TLanes, T>(T* waves, LaneFactors<T> factors)
    : IWaveSource<TLanes, T>, IWaveSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly T* real = factors.Real;
    private readonly double half = factors.Half;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> LoadEnds() => Ends(Wave<TLanes, T>.Load(waves, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at) => Times(Wave<TLanes, T>.Load(waves, at), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreEnds(Wave<TLanes, T> ends) => Ends(ends).Store(waves, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes, T> wave) => Times(wave, at).Store(waves, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes, T> Times(Wave<TLanes, T> wave, nint at)
    {
        var r = TLanes.Factor(real, at);
        return new(wave.Re * r, wave.Im * r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes, T> Ends(Wave<TLanes, T> ends) =>
        new(ends.Re * TLanes.Factor(real, 0), ends.Im * TLanes.Join(TLanes.Broadcast(half), TLanes.Factor(real, 0)));
}

/// <summary>Imaginary factors, zero at both ends, times an array of modes, on the way in or out.</summary>
internal readonly unsafe struct ImaginarySymbol<TLanes, T>(T* waves, LaneFactors<T> factors)
    : IWaveSource<TLanes, T>, IWaveSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly T* imaginary = factors.Imaginary;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> LoadEnds() => Load(0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at) => Times(Wave<TLanes, T>.Load(waves, at), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreEnds(Wave<TLanes, T> ends) => Store(0, ends);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes, T> wave) => Times(wave, at).Store(waves, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes, T> Times(Wave<TLanes, T> wave, nint at)
    {
        var s = TLanes.Factor(imaginary, at);
        return new((TLanes.Broadcast(0) - wave.Im) * s, wave.Re * s);
    }
}

/// <summary>Complex factors times an array of modes, on the way in or out.</summary>
internal readonly unsafe struct ComplexSymbol<TLanes, T>(T* waves, LaneFactors<T> factors)
    : IWaveSource<TLanes, T>, IWaveSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly T* real = factors.Real;
    private readonly T* imaginary = factors.Imaginary;
    private readonly double half = factors.Half;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> LoadEnds() => Ends(Wave<TLanes, T>.Load(waves, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at) => Times(Wave<TLanes, T>.Load(waves, at), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreEnds(Wave<TLanes, T> ends) => Ends(ends).Store(waves, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes, T> wave) => Times(wave, at).Store(waves, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes, T> Times(Wave<TLanes, T> wave, nint at)
    {
        var r = TLanes.Factor(real, at);
        var s = TLanes.Factor(imaginary, at);
        return new(TLanes.SubtractProduct(wave.Re * r, wave.Im, s), TLanes.MultiplyAdd(wave.Re, s, wave.Im * r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wave<TLanes, T> Ends(Wave<TLanes, T> ends)
    {
        var s = TLanes.Factor(imaginary, 0);
        return new(
            TLanes.SubtractProduct(ends.Re * TLanes.Factor(real, 0), ends.Im, s),
            TLanes.MultiplyAdd(ends.Re, s, ends.Im * TLanes.Join(TLanes.Broadcast(half), TLanes.Factor(real, 0))));
    }
}

/// <summary>The product of two arrays of points.</summary>
internal readonly unsafe struct PointPairs<TLanes, T>(T* a, T* b) : IPointSource<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Load(nint at) => TLanes.Load(a + at) * TLanes.Load(b + at);
}
