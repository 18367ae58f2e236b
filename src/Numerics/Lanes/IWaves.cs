using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>Complex numbers that a transform starts from; of real fields the modes from 1 on.</summary>
internal interface IComplexSource<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    Wave<TLanes> Load(nint place);
}

/// <summary>Where a transform puts complex numbers; of real fields the modes from 1 on.</summary>
internal interface IComplexSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    void Store(nint place, Wave<TLanes> wave);
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
    TLanes Load(nint place);
}

/// <summary>Where an inverse transform puts its points.</summary>
internal interface IPointSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    void Store(nint place, TLanes value);
}

/// <summary>An array of modes or points as it is.</summary>
internal readonly unsafe struct LaneArray<TLanes>(double* pointer)
    : IWaveSource<TLanes>, IWaveSink<TLanes>, IPointSource<TLanes>, IPointSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> LoadEnds() => Wave<TLanes>.Load(pointer, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint place) => Wave<TLanes>.Load(pointer, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreEnds(Wave<TLanes> ends) => ends.Store(pointer, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, Wave<TLanes> wave) => wave.Store(pointer, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IPointSource<TLanes>.Load(nint place) => TLanes.Load(pointer + (place * TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, TLanes value) => value.Store(pointer + (place * TLanes.Count));
}
