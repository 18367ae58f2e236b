using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// The weak form of ∂ₜu = Φw: every term integrated against test functions, with the noise's mean taken out of powers.
/// </summary>
internal sealed class WeakSystem
{
    // Per half support along an axis: φ is well below its height on the outer half of its support.
    private const double IndependentRows = 1.4142135623730951;

    private readonly WeakFields fields;

    // Not a number where nobody asked yet.
    private readonly double[] products;

    private WeakSystem(WeakFields fields, TermLibrary library, WeakNoise noises, WeakGrid grid)
    {
        (this.fields, Library, Noises, Grid) = (fields, library, noises, grid);
        var dimensions = fields.Series.Grid.Dimensions;
        Terms = [.. library.Terms.Select(term => WeakTerm.Of(library, term, dimensions))];
        Columns = new States(Terms.Count, grid.Rows);
        products = [.. Enumerable.Repeat(double.NaN, Terms.Count * Terms.Count)];
        var parts = Terms.SelectMany((term, j) => term.Parts.Select(part => (Column: j, Part: part))).ToArray();
        var integrals = WeakIntegrals.Of(fields, grid, [.. parts.Select(each => each.Part), noises.Target]);
        for (var at = 0; at < parts.Length; at++)
        {
            var column = Columns[parts[at].Column];
            TensorPrimitives.MultiplyAdd(integrals[at], parts[at].Part.Factor, column, column);
        }

        Target = integrals[^1];
        Design = new DenseDesign(library.Names, Columns, Target);
    }

    /// <summary>Where the test functions are.</summary>
    public WeakGrid Grid { get; }

    /// <summary>The terms.</summary>
    public TermLibrary Library { get; }

    /// <summary>Φ transposed, shape [terms, rows].</summary>
    public States Columns { get; }

    /// <summary>∬ u (-∂ₜφ), shape [rows].</summary>
    public double[] Target { get; }

    /// <summary>Standard deviation of the noise in the field, read from the corner of its spectrum.</summary>
    public double Noise => Noises.Deviation;

    /// <summary>The rows as a design.</summary>
    public IDesign Design { get; }

    /// <summary>How many of the rows count as independent.</summary>
    public double IndependentShare =>
        Grid.Axes.Aggregate(1.0, (share, axis) => share * Math.Min(1, IndependentRows / axis.Overlap));

    /// <summary>The terms as sums of derivatives of products.</summary>
    internal IReadOnlyList<WeakTerm> Terms { get; }

    /// <summary>How the noise comes through to the rows.</summary>
    internal WeakNoise Noises { get; }

    /// <summary>The data.</summary>
    internal FieldSeries Series => fields.Series;

    /// <summary>As how many each row counts.</summary>
    internal double Weight => Series.Weight;

    /// <summary>Writes the weak form of a series, for the rule's first width.</summary>
    /// <param name="series">The data.</param>
    /// <param name="field">The field whose rate of change is the target.</param>
    /// <param name="library">The terms, each a sum of derivatives of products.</param>
    /// <param name="rule">How the test functions are chosen.</param>
    public static WeakSystem Of(FieldSeries series, string field, TermLibrary library, WeakGridRule rule) =>
        AllOf(series, field, library, rule)[0];

    /// <summary>Writes the weak form of a series, once for every width of the rule.</summary>
    internal static WeakSystem[] AllOf(FieldSeries series, string field, TermLibrary library, WeakGridRule rule)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(rule);
        if (series.SampleWeights is not null)
        {
            throw new NotSupportedException(
                "A row of a weak form holds many samples, so samples have no weights there: "
                + "weigh trajectories (Weight), or take the strong form.");
        }

        WeakTerm[] terms = [.. library.Terms.Select(term => WeakTerm.Of(library, term, series.Grid.Dimensions))];
        var fields = new WeakFields(series, library.Terms.SelectMany(library.Parts).Select(part => part.Term));
        var noises = new WeakNoise(fields, field);
        var grids = rule.For(series, field, terms.Max(term => term.HighestX), terms.Max(term => term.HighestY));
        return [.. grids.Select(grid => new WeakSystem(fields, library, noises, grid))];
    }

    /// <summary>The same terms at other places.</summary>
    internal WeakSystem At(WeakGrid grid) => new(fields, Library, Noises, grid);

    /// <summary>The inner product of two columns, the noise's mean taken out of it.</summary>
    internal double CleanProduct(int one, int other)
    {
        ref var known = ref products[(one * Terms.Count) + other];
        if (double.IsNaN(known))
        {
            known = TensorPrimitives.Dot<double>(Columns[one], Columns[other])
                - Noises.InGram(Grid, Terms[one], Terms[other]);
            products[(other * Terms.Count) + one] = known;
        }

        return known;
    }

    /// <summary>b - Φw, shape [rows].</summary>
    internal double[] Residual(IReadOnlyList<int> support, IReadOnlyList<double> weights)
    {
        var residual = (double[])Target.Clone();
        for (var i = 0; i < support.Count; i++)
        {
            TensorPrimitives.MultiplyAdd(Columns[support[i]], -weights[i], residual, residual);
        }

        return residual;
    }

    /// <summary>b - Φw in units of the rate of change: divided by ∫φ.</summary>
    internal ResidualMap Residuals(IReadOnlyList<double> weights)
    {
        var residual = Residual([.. Enumerable.Range(0, weights.Count)], weights);
        TensorPrimitives.Divide(residual, Grid.Volume, residual);
        var inTime = Grid.Axes[0];
        double[] times = [.. Enumerable.Range(0, inTime.Places).Select(
            place => inTime.Centre(place) * Series.TimeSpacing)];
        var coordinates = Grid.Axes.Skip(1).Select((places, i) => Enumerable.Range(0, places.Places)
            .Select(place => Series.Grid.Axes[i].Coordinate(places.Centre(place))).ToArray());
        return new ResidualMap(times, [.. coordinates], new States(inTime.Places, Grid.Rows / inTime.Places, residual));
    }
}
