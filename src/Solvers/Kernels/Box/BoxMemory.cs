using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>The modes and planes of one state in a box.</summary>
/// <remarks>
/// What a step keeps as it is changes its name, not its place: the arrays of a field rotate. While a step is finished
/// group by group, <see cref="Sources"/> are still read and <see cref="Next"/> are written.
/// </remarks>
internal sealed class BoxMemory<T>
    where T : unmanaged
{
    private readonly AlignedMemory<T>[][] pools;
    private readonly AlignedMemory<T>[][] spares;

    /// <param name="fields">Number of fields.</param>
    /// <param name="sources">Number of inputs of a step and of tendencies at its stages.</param>
    /// <param name="sums">Number of inputs of the next step that are sums.</param>
    /// <param name="length">Numbers in the modes of a field.</param>
    /// <param name="planes">Number of planes.</param>
    /// <param name="plane">Numbers in a plane.</param>
    /// <param name="remainders">Whether what rounding leaves is kept.</param>
    public BoxMemory(int fields, int sources, int sums, int length, int planes, int plane, bool remainders)
    {
        pools = New(fields, sources + sums, () => new AlignedMemory<T>(length));
        Sources = [.. pools.Select(pool => pool[..sources])];
        Next = [.. pools.Select(pool => pool[..sources])];
        spares = [.. pools.Select(pool => pool[sources..])];
        Remainders = New(1, remainders ? fields : 0, () => new AlignedMemory<T>(length))[0];
        Planes = New(1, planes, () => new AlignedMemory<T>(plane))[0];
    }

    /// <summary>For each field the inputs of a step, then the tendencies at its stages.</summary>
    public AlignedMemory<T>[][] Sources { get; }

    /// <summary>The same of the next step.</summary>
    public AlignedMemory<T>[][] Next { get; }

    /// <summary>For each field what rounding has left of the state, where that is kept; else empty.</summary>
    public AlignedMemory<T>[] Remainders { get; }

    /// <summary>Factors, then products, between the transforms along y and x.</summary>
    public AlignedMemory<T>[] Planes { get; }

    /// <summary>Lays out the next step.</summary>
    /// <param name="same">For each input the source that it equals, or -1 for a sum.</param>
    public void Prepare(int[] same)
    {
        for (var field = 0; field < pools.Length; field++)
        {
            var (next, sum) = (Next[field], 0);
            for (var input = 0; input < same.Length; input++)
            {
                next[input] = same[input] >= 0 ? Sources[field][same[input]] : spares[field][sum++];
            }

            // The tendencies of the new step go where a group of the old one has just been read for the last time.
            var used = same.Length;
            foreach (var memory in pools[field])
            {
                var isKept = Array.IndexOf(next, memory, 0, same.Length) >= 0;
                if (!isKept && used < next.Length)
                {
                    next[used++] = memory;
                }
                else if (!isKept && used - next.Length < spares[field].Length)
                {
                    spares[field][used++ - next.Length] = memory;
                }
            }
        }
    }

    /// <summary>Makes the next step the present one.</summary>
    public void Turn()
    {
        for (var field = 0; field < pools.Length; field++)
        {
            Next[field].CopyTo(Sources[field], 0);
        }
    }

    private static AlignedMemory<T>[][] New(int fields, int count, Func<AlignedMemory<T>> memory) =>
        [.. Enumerable.Range(0, fields).Select(_ => Enumerable.Range(0, count).Select(_ => memory()).ToArray())];
}

/// <summary>What one thread needs to work on a group of columns or of rows.</summary>
internal sealed class BoxScratch<T>(int arguments, int column, int nodes, int points)
    where T : unmanaged
{
    /// <summary>A column's modes of each field of a stage and of each diagnosed one.</summary>
    public AlignedMemory<T>[] Arguments { get; } = [.. Enumerable.Range(0, arguments).Select(_ =>
        new AlignedMemory<T>(column))];

    /// <summary>A column and one wave more.</summary>
    public AlignedMemory<T> Column { get; } = new(column);

    /// <summary>Factors at the points of a group of rows.</summary>
    public AlignedMemory<T>[] Nodes { get; } =
        [.. Enumerable.Range(0, nodes).Select(_ => new AlignedMemory<T>(points))];

    /// <summary>A product at the points of a group of rows.</summary>
    public AlignedMemory<T> Product { get; } = new(points);
}
