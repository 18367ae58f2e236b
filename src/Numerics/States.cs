namespace Sci.Numerics;

/// <summary>A block of states, one a row: an ensemble, a trajectory, a set of increments or one state.</summary>
/// <remarks>
/// Contiguous and row-major, shape [<see cref="Count"/>, <see cref="Size"/>], in the units of the model.
/// </remarks>
public sealed class States
{
    private readonly double[] values;

    /// <summary>Allocates <paramref name="count"/> rows of <paramref name="size"/> zeros.</summary>
    public States(int count, int size)
        : this(count, size, new double[checked(count * size)])
    {
    }

    /// <summary>Wraps <paramref name="values"/>, row after row, without copying.</summary>
    /// <exception cref="ArgumentException">The length is not <paramref name="count"/> times
    /// <paramref name="size"/>.</exception>
    public States(int count, int size, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (values.LongLength != (long)count * size)
        {
            throw new ArgumentException(
                $"{count} states of size {size} need {(long)count * size} values, not {values.Length}.",
                nameof(values));
        }

        Count = count;
        Size = size;
        this.values = values;
    }

    /// <summary>Number of states (rows): members, times or samples.</summary>
    public int Count { get; }

    /// <summary>Number of values in a state (columns).</summary>
    public int Size { get; }

    /// <summary>All values, row after row.</summary>
    public Span<double> Values => values;

    /// <summary>One state.</summary>
    public Span<double> this[int row] => values.AsSpan(row * Size, Size);

    /// <summary>The same block as memory, for work that is split over threads.</summary>
    public Memory<double> AsMemory() => values;

    /// <summary>Copies <paramref name="count"/> rows from <paramref name="first"/> on.</summary>
    public States Slice(int first, int count)
    {
        var rows = new States(count, Size);
        values.AsSpan(first * Size, count * Size).CopyTo(rows.Values);
        return rows;
    }

    /// <summary>A copy that shares nothing with this block.</summary>
    public States Clone() => Slice(0, Count);

    /// <summary>One state as a block of its own, copied.</summary>
    public static States Of(ReadOnlySpan<double> state)
    {
        var row = new States(1, state.Length);
        state.CopyTo(row.Values);
        return row;
    }
}
