using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>Complex numbers that a transform starts from; of real fields the modes from 1 on.</summary>
internal interface IComplexSource<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The wave that begins with number <paramref name="at"/>.</summary>
    Wave<TLanes, T> Load(nint at);
}

/// <summary>Where a transform puts complex numbers; of real fields the modes from 1 on.</summary>
internal interface IComplexSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Takes the wave that begins with number <paramref name="at"/>.</summary>
    void Store(nint at, Wave<TLanes, T> wave);
}

/// <summary>Modes that an inverse transform to real fields starts from.</summary>
internal interface IWaveSource<TLanes, T> : IComplexSource<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The two real modes: the mean as real part, half-sampling as imaginary part.</summary>
    Wave<TLanes, T> LoadEnds();
}

/// <summary>Where a forward transform of real fields puts its modes.</summary>
internal interface IWaveSink<TLanes, T> : IComplexSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The two real modes: the mean as real part, half-sampling as imaginary part.</summary>
    void StoreEnds(Wave<TLanes, T> ends);
}

/// <summary>Points that a forward transform starts from.</summary>
internal interface IPointSource<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The vector that begins with number <paramref name="at"/>.</summary>
    TLanes Load(nint at);
}

/// <summary>Where an inverse transform puts its points.</summary>
internal interface IPointSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Takes the vector that begins with number <paramref name="at"/>.</summary>
    void Store(nint at, TLanes value);
}

/// <summary>An array of modes or points as it is.</summary>
internal readonly unsafe struct LaneArray<TLanes, T>(T* pointer)
    : IWaveSource<TLanes, T>, IWaveSink<TLanes, T>, IPointSource<TLanes, T>, IPointSink<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> LoadEnds() => Wave<TLanes, T>.Load(pointer, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Load(nint at) => Wave<TLanes, T>.Load(pointer, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreEnds(Wave<TLanes, T> ends) => ends.Store(pointer, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes, T> wave) => wave.Store(pointer, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IPointSource<TLanes, T>.Load(nint at) => TLanes.Load(pointer + at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, TLanes value) => value.Store(pointer + at);
}
