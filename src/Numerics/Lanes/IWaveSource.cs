namespace Sci.Numerics.Lanes;

/// <summary>Where a transform takes its input.</summary>
internal interface IWaveSource<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    Wave<TLanes> Load(nint index);
}

/// <summary>Where a transform puts its output.</summary>
internal interface IWaveSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    void Store(nint index, Wave<TLanes> wave);
}

/// <summary>An array of waves as it is.</summary>
internal readonly unsafe struct Waves<TLanes>(double* pointer) : IWaveSource<TLanes>, IWaveSink<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Load(nint index) => Wave<TLanes>.Load(pointer, index);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public void Store(nint index, Wave<TLanes> wave) => wave.Store(pointer, index);
}
