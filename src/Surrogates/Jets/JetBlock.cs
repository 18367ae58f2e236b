using System.Numerics;
using System.Runtime.Intrinsics;

namespace Sci.Surrogates;

/// <summary>How many points go through a network together: some of the processor's widest registers.</summary>
internal static class JetBlock
{
    public static bool IsWide => Vector512.IsHardwareAccelerated;

    public static int Lanes<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => IsWide ? Lanes512<T>.Count : Lanes256<T>.Count;

    public static int Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => JetProducts<T, Lanes256<T>>.Registers * Lanes<T>();

    /// <summary>Sum of the lanes of one register.</summary>
    public static unsafe T Sum<T>(T* lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        IsWide ? Lanes512<T>.Sum(Lanes512<T>.Load(lanes)) : Lanes256<T>.Sum(Lanes256<T>.Load(lanes));
}
