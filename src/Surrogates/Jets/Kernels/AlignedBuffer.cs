using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Surrogates;

/// <summary>
/// Numbers at a fixed address on a boundary of 64 bytes, zero at first; valid while this object is referenced.
/// </summary>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Boundary = 64;

    private readonly T[] array;

    public AlignedBuffer(int length)
    {
        array = GC.AllocateArray<T>(length + (Boundary / sizeof(T)), pinned: true);
        Pointer =
            (T*)(((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + Boundary - 1) & -Boundary);
        Length = length;
    }

    public T* Pointer { get; }

    public int Length { get; }

    public Span<T> Values => new(Pointer, Length);
}
