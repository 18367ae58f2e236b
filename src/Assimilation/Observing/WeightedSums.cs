namespace Sci.Assimilation;

/// <summary>Each observation is a weighted sum of a few values of the state: points, averages, interpolation.</summary>
/// <remarks>
/// A sparse matrix by rows: observation j sums <c>weights[i] * state[columns[i]]</c> over its own entries i.
/// </remarks>
public sealed class WeightedSums : ILinearOperator
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly double[] weights;

    private WeightedSums(int stateSize, int[] starts, int[] columns, double[] weights) =>
        (StateSize, this.starts, this.columns, this.weights) = (stateSize, starts, columns, weights);

    /// <summary>Takes one list of (index into the state, weight) an observation.</summary>
    /// <exception cref="ArgumentException">An index lies outside the state, or a weight is not finite.</exception>
    public WeightedSums(int stateSize, IReadOnlyList<IReadOnlyList<(int Index, double Weight)>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        StateSize = stateSize;
        starts = new int[rows.Count + 1];
        for (var j = 0; j < rows.Count; j++)
        {
            starts[j + 1] = starts[j] + rows[j].Count;
        }

        columns = [.. rows.SelectMany(row => row.Select(entry => entry.Index))];
        weights = [.. rows.SelectMany(row => row.Select(entry => entry.Weight))];
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] < 0 || columns[i] >= stateSize || !double.IsFinite(weights[i]))
            {
                throw new ArgumentException(
                    $"An observation gives weight {weights[i]} to value {columns[i]} of a state of {stateSize}.",
                    nameof(rows));
            }
        }
    }

    /// <summary>The listed values of the state, as they are.</summary>
    public static WeightedSums Of(int stateSize, IEnumerable<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        return new WeightedSums(stateSize, [.. indices.Select(index => new[] { (index, 1.0) })]);
    }

    /// <summary>
    /// Means over consecutive blocks of <paramref name="length"/> values; the length divides the state's size.
    /// </summary>
    public static WeightedSums BlockMeans(int stateSize, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (stateSize % length != 0)
        {
            throw new ArgumentException($"Blocks of {length} do not divide a state of {stateSize}.", nameof(length));
        }

        return new WeightedSums(stateSize, [.. Enumerable.Range(0, stateSize / length).Select(block =>
            Enumerable.Range(block * length, length).Select(index => (index, 1.0 / length)).ToArray())]);
    }

    /// <summary>
    /// The same sums where this state is the beginning of a larger one, such as the first of several fields.
    /// </summary>
    public WeightedSums OfFirst(int stateSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stateSize, StateSize);
        return new WeightedSums(stateSize, starts, columns, weights);
    }

    /// <inheritdoc/>
    public int StateSize { get; }

    /// <inheritdoc/>
    public int Count => starts.Length - 1;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> state, Span<double> observed)
    {
        for (var j = 0; j < Count; j++)
        {
            var sum = 0.0;
            for (var i = starts[j]; i < starts[j + 1]; i++)
            {
                sum += weights[i] * state[columns[i]];
            }

            observed[j] = sum;
        }
    }

    /// <inheritdoc/>
    public void Transpose(ReadOnlySpan<double> sensitivity, Span<double> state)
    {
        state.Clear();
        for (var j = 0; j < Count; j++)
        {
            for (var i = starts[j]; i < starts[j + 1]; i++)
            {
                state[columns[i]] += weights[i] * sensitivity[j];
            }
        }
    }
}
