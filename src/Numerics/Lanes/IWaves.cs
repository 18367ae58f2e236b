using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>Complex numbers that a transform starts from; of real fields the modes from 1 on.</summary>
internal interface IComplexSource<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>The wave that begins with number <paramref name="at"/>.</summary>
    Wave<TLanes> Load(nint at);
}

/// <summary>Where a transform puts complex numbers; of real fields the modes from 1 on.</summary>
internal interface IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Takes the wave that begins with number <paramref name="at"/>.</summary>
    void Store(nint at, Wave<TLanes> wave);
}

/// <summary>Modes that an inverse transform to real fields starts from.</summary>
internal interface IWaveSource<TLanes> : IComplexSource<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>The two real modes: the mean as real part, half-sampling as imaginary part.</summary>
    Wave<TLanes> LoadEnds();
}

/// <summary>Where a forward transform of real fields puts its modes.</summary>
internal interface IWaveSink<TLanes> : IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>The two real modes: the mean as real part, half-sampling as imaginary part.</summary>
    void StoreEnds(Wave<TLanes> ends);
}

/// <summary>Points that a forward transform starts from.</summary>
internal interface IPointSource<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>The vector that begins with number <paramref name="at"/>.</summary>
    TLanes Load(nint at);
}

/// <summary>Where an inverse transform puts its points.</summary>
internal interface IPointSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>Takes the vector that begins with number <paramref name="at"/>.</summary>
    void Store(nint at, TLanes value);
}

/// <summary>An array of modes or points as it is.</summary>
internal readonly unsafe struct LaneArray<TLanes>(double* pointer)
    : IWaveSource<TLanes>, IWaveSink<TLanes>, IPointSource<TLanes>, IPointSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> LoadEnds() => Wave<TLanes>.Load(pointer, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint at) => Wave<TLanes>.Load(pointer, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreEnds(Wave<TLanes> ends) => ends.Store(pointer, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, Wave<TLanes> wave) => wave.Store(pointer, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IPointSource<TLanes>.Load(nint at) => TLanes.Load(pointer + at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint at, TLanes value) => value.Store(pointer + at);
}
