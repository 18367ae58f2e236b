using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Numerics;

/// <summary>
/// Numbers at a fixed address on a boundary of 64 bytes, zero at first; valid while this object is referenced.
/// </summary>
internal sealed unsafe class AlignedMemory<T>
    where T : unmanaged
{
    private const int Boundary = 64;

    // Arrays of 2^m numbers that begin at the same place of a page share the sets of the nearest cache and hold up each
    // other's loads; each begins five lines after the one before.
    private const int Page = 4096;
    private const int Shift = 5 * Boundary;

    private static int count;

    private readonly T[] array;

    public AlignedMemory(int length)
    {
        array = GC.AllocateArray<T>(length + (2 * Page / sizeof(T)), pinned: true);
        var start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        var page = (start + Page - 1) & -Page;
        Pointer = (T*)(page + (int)((uint)(Interlocked.Increment(ref count) * Shift) % Page));
        Length = length;
    }

    /// <summary>The first number.</summary>
    public T* Pointer { get; }

    public int Length { get; }

    public Span<T> Values => new(Pointer, Length);
}
