using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Numerics;

/// <summary>
/// A thread's own working memory on a boundary of 64 bytes; it grows to the largest need and is reused.
/// </summary>
internal static class AlignedScratch
{
    private const int Boundary = 64;

    [ThreadStatic]
    private static double[]? memory;

    /// <summary>
    /// At least <paramref name="values"/> and then <paramref name="modes"/> numbers, valid until the next call.
    /// </summary>
    public static unsafe (nint Values, nint Modes) Of(int values, int modes)
    {
        const int padding = Boundary / sizeof(double);
        var first = (values + padding - 1) / padding * padding;
        var length = checked(first + (2 * modes) + padding);
        if (memory is null || memory.Length < length)
        {
            memory = GC.AllocateUninitializedArray<double>(length, pinned: true);
        }

        var start =
            ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory)) + Boundary - 1) & -Boundary;
        return (start, start + (first * sizeof(double)));
    }
}
