using System.Numerics;
using System.Runtime.Intrinsics;

namespace Sci.Surrogates;

/// <summary>How many points go through a network together: three of the processor's widest registers.</summary>
internal static class JetBlock
{
    public static bool IsWide => Vector512.IsHardwareAccelerated;

    public static int Lanes<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => IsWide ? Lanes512<T>.Count : Lanes256<T>.Count;

    public static int Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => JetProducts<T, Lanes256<T>>.Registers * Lanes<T>();
}
