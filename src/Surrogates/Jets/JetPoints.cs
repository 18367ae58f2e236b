using System.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Points with the features, constraints, weights and data that belong to them, laid out for the kernels.
/// </summary>
/// <remarks>
/// Made once a set of points; the weights of a fresh set are 1/count, so that a loss is a mean of squares.
/// </remarks>
public sealed unsafe class JetPoints<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> features;
    private readonly AlignedBuffer<T> bounds;
    private readonly AlignedBuffer<T> columns;
    private readonly int block = JetBlock.Points<T>();
    private readonly int featureSize;
    private readonly int boundSize;
    private readonly int columnSize;
    private readonly double[] coordinates;

    /// <summary>Evaluates the model's fixed functions at the points.</summary>
    /// <param name="model">The model that the points are for.</param>
    /// <param name="coordinates">Shape [count, coordinates].</param>
    /// <param name="data">Columns of values that a residual reads, one value a point.</param>
    public JetPoints(JetModel model, ReadOnlySpan<double> coordinates, params IReadOnlyList<double>[] data)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        Model = model;
        this.coordinates = coordinates.ToArray();
        Count = coordinates.Length / model.Layout.Coordinates;
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1, nameof(coordinates));
        Tiles = ((Count - 1) / block) + 1;
        Columns = data.Length;
        featureSize = model.Embedding.Features * model.Layout.Channels * block;
        boundSize = 2 * model.Constraints.Count * model.Layout.Channels * block;
        columnSize = (1 + data.Length) * block;
        features = new AlignedBuffer<T>(Tiles * featureSize);
        bounds = new AlignedBuffer<T>(Tiles * boundSize);
        columns = new AlignedBuffer<T>(Tiles * columnSize);
        Fill(data);
        Weigh(null);
    }

    /// <summary>The model that the points are for.</summary>
    public JetModel Model { get; }

    /// <summary>Number of points.</summary>
    public int Count { get; }

    /// <summary>Coordinates, shape [count, coordinates].</summary>
    public ReadOnlySpan<double> Coordinates => coordinates;

    internal int Tiles { get; }

    internal int Columns { get; }

    internal int Block => block;

    /// <summary>Sets the weights of the squared residuals; null for 1/count each.</summary>
    public void Weigh(IReadOnlyList<double>? weights)
    {
        for (var i = 0; i < Count; i++)
        {
            columns.Pointer[(i / block * columnSize) + (i % block)] = T.CreateTruncating(weights?[i] ?? (1.0 / Count));
        }
    }

    internal T* Features(int tile) => features.Pointer + (tile * featureSize);

    /// <summary>Offset and factor of each constraint: [constraint][offset, factor][channel][point].</summary>
    internal T* Bounds(int tile) => bounds.Pointer + (tile * boundSize);

    /// <summary>Weights, then the data columns: [column][point].</summary>
    internal T* Data(int tile) => columns.Pointer + (tile * columnSize);

    private void Fill(IReadOnlyList<double>[] data)
    {
        var dimension = Model.Layout.Coordinates;
        for (var i = 0; i < Tiles * block; i++)
        {
            var (tile, lane) = Math.DivRem(i, block);
            var point = Math.Min(i, Count - 1); // The last block is filled up with the last point, at weight zero.
            Jet[] z = [.. Enumerable.Range(0, dimension)
                .Select(d => Jet.Coordinate(Model.Layout.Each, d, coordinates[(point * dimension) + d]))];
            Put(Features(tile) + lane, Model.Embedding.Map(z));
            Put(Bounds(tile) + lane, [.. Model.Constraints.SelectMany(c => new[] { c.Offset(z), c.Factor(z) })]);
            for (var column = 0; column < data.Length; column++)
            {
                Data(tile)[((column + 1) * block) + lane] = T.CreateTruncating(data[column][point]);
            }
        }
    }

    private void Put(T* at, IReadOnlyList<Jet> jets)
    {
        foreach (var jet in jets)
        {
            for (var channel = 0; channel < Model.Layout.Channels; channel++)
            {
                *at = T.CreateTruncating(Model.Layout.Channel(jet, channel));
                at += block;
            }
        }
    }
}
