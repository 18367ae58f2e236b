using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Numerics;

/// <summary>Numbers at a fixed address on a boundary of 64 bytes, zero at first; valid while this object is referenced.</summary>
internal sealed unsafe class AlignedMemory
{
    private const int Boundary = 64;

    private readonly double[] array;

    public AlignedMemory(int length)
    {
        array = GC.AllocateArray<double>(length + (Boundary / sizeof(double)), pinned: true);
        var start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        Pointer = (double*)((start + Boundary - 1) & -Boundary);
        Length = length;
    }

    /// <summary>The first number.</summary>
    public double* Pointer { get; }

    public int Length { get; }

    public Span<double> Values => new(Pointer, Length);
}
