using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>A factor for every mode of a field in a box, group by group.</summary>
internal sealed class BoxFactors<T>
    where T : unmanaged, INumber<T>
{
    /// <param name="factors">One factor a lane of every wave.</param>
    /// <param name="layout">The first number of each group, and the end of the last.</param>
    /// <param name="lanes">Number of lanes.</param>
    public BoxFactors(Complex[] factors, int[] layout, int lanes)
    {
        Values = factors;
        IsReal = factors.All(factor => factor.Imaginary == 0);
        IsImaginary = factors.All(factor => factor.Real == 0);
        Real = new BoxNumbers<T>(factors.Select(factor => factor.Real), layout, lanes);
        Imaginary = IsReal ? Real : new BoxNumbers<T>(factors.Select(factor => factor.Imaginary), layout, lanes);
    }

    public Complex[] Values { get; }

    public bool IsReal { get; }

    public bool IsImaginary { get; }

    public BoxNumbers<T> Real { get; }

    public BoxNumbers<T> Imaginary { get; }
}

/// <summary>
/// A number for every lane of every wave; what repeats from wave to wave or from group to group is stored once.
/// </summary>
/// <remarks>
/// A derivative in x is the same for all waves of a group, one in y for all groups: they cost no memory traffic.
/// </remarks>
internal sealed unsafe class BoxNumbers<T>
    where T : unmanaged, INumber<T>
{
    private readonly AlignedMemory<T> memory;
    private readonly (nint Start, nint Mask)[] groups;

    public BoxNumbers(IEnumerable<double> values, int[] layout, int lanes)
    {
        T[] numbers = [.. values.Select(T.CreateTruncating)];
        memory = new AlignedMemory<T>(numbers.Length);
        groups = new (nint, nint)[layout.Length - 1];
        var used = 0;
        for (var group = 0; group < groups.Length; group++)
        {
            var part = numbers.AsSpan(layout[group], layout[group + 1] - layout[group]);
            var repeats = part[lanes..].SequenceEqual(part[..^lanes]);
            var kept = repeats ? part[..lanes] : part;
            groups[group] = (Find(kept, groups.AsSpan(0, group), used), repeats ? 0 : -1);
            if (groups[group].Start == used)
            {
                kept.CopyTo(memory.Values[used..]);
                used += kept.Length;
            }
        }
    }

    // Where the same numbers are stored already, or the end.
    private nint Find(ReadOnlySpan<T> numbers, ReadOnlySpan<(nint Start, nint Mask)> stored, int used)
    {
        foreach (var (start, _) in stored)
        {
            if (memory.Values[(int)start..used].StartsWith(numbers))
            {
                return start;
            }
        }

        return used;
    }

    /// <summary>The numbers of a group's first wave.</summary>
    public T* At(int group) => memory.Pointer + groups[group].Start;

    /// <summary>
    /// What to take half of a wave's place with, for that of its numbers: all bits, or none where all waves share one.
    /// </summary>
    public nint Mask(int group) => groups[group].Mask;
}
