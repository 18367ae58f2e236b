using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The weak form of ∂ₜu = Φw: every term integrated against test functions, with the noise's mean taken out of powers.</summary>
public sealed class WeakSystem
{
    // Per cell of half a support by half a support: φ is well below its height on the outer half of its support.
    private const double IndependentRows = 2;

    private readonly FieldSeries series;
    private readonly string field;

    private WeakSystem(
        FieldSeries series, string field, WeakNoise noises, TermLibrary library, States columns, double[] target)
    {
        (this.series, this.field) = (series, field);
        (Grid, Noises, Library, Columns, Target, Noise) = (noises.Grid, noises, library, columns, target, noises.Deviations[field]);
        Design = new DenseDesign(library.Names, columns, target);
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
    public double Noise { get; }

    /// <summary>The rows as a design.</summary>
    public IDesign Design { get; }

    /// <summary>How the noise comes through to the rows.</summary>
    internal WeakNoise Noises { get; }

    /// <summary>Writes the weak form of a series.</summary>
    /// <param name="series">The data.</param>
    /// <param name="field">The field whose rate of change is the target.</param>
    /// <param name="library">The terms, each an x-derivative of a product.</param>
    /// <param name="rule">How the test functions are chosen.</param>
    public static WeakSystem Of(FieldSeries series, string field, TermLibrary library, WeakGridRule rule)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(rule);
        return Of(series, field, library, rule.For(series, field, library.Terms.Max(term => Math.Max(1, WeakTerm.Of(term).Order))));
    }

    /// <summary>Writes the weak form of a series for given test functions.</summary>
    public static WeakSystem Of(FieldSeries series, string field, TermLibrary library, WeakGrid grid)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(grid);
        var deviations = series.Fields.ToDictionary(name => name, name => SpectralCorner.Noise(series[name]));
        return Of(series, field, library, new WeakNoise(series, field, deviations, grid));
    }

    /// <summary>The same terms at other places.</summary>
    internal WeakSystem At(WeakGrid grid) => Of(series, field, Library, Noises.At(grid));

    /// <summary>How many of the rows count as independent.</summary>
    public double IndependentShare => Math.Min(1, IndependentRows / Grid.Overlap);

    /// <summary>b - Φw in units of the rate of change: divided by ∬φ.</summary>
    internal ResidualMap Residuals(IReadOnlyList<double> weights)
    {
        var residual = new States(Grid.PlacesInTime, Grid.PlacesInSpace);
        Target.CopyTo(residual.Values);
        for (var j = 0; j < weights.Count; j++)
        {
            for (var row = 0; row < Grid.Rows && weights[j] != 0; row++)
            {
                residual.Values[row] -= weights[j] * Columns[j][row];
            }
        }

        var volume = Grid.InTime.Integral * Grid.InSpace.Integral;
        for (var row = 0; row < Grid.Rows; row++)
        {
            residual.Values[row] /= volume;
        }

        double[] times = [.. Enumerable.Range(0, Grid.PlacesInTime)
            .Select(place => ((place * Grid.StrideInTime) + Grid.InTime.HalfWidth) * series.TimeSpacing)];
        double[] x = [.. Enumerable.Range(0, Grid.PlacesInSpace)
            .Select(place => series.Grid.Axes[^1].Coordinate((place * Grid.StrideInSpace) + Grid.InSpace.HalfWidth))];
        return new ResidualMap(times, [x], residual);
    }

    private static WeakSystem Of(FieldSeries series, string field, TermLibrary library, WeakNoise noises)
    {
        var grid = noises.Grid;
        var terms = library.Terms.Select(WeakTerm.Of).ToArray();
        var columns = new States(terms.Length, grid.Rows);
        foreach (var group in Enumerable.Range(0, terms.Length).GroupBy(j => string.Join('*', terms[j].Product)))
        {
            var inTime = grid.IntegrateInTime(Product(series, noises.Deviations, terms[group.First()].Product), 0);
            foreach (var j in group)
            {
                grid.IntegrateInSpace(inTime, terms[j].Order, terms[j].Factor, columns[j]);
            }
        }

        var target = new double[grid.Rows];
        grid.IntegrateInSpace(grid.IntegrateInTime(series[field].Values, 1), 0, 1, target);
        return new WeakSystem(series, field, noises, library, columns, target);
    }

    // Each power u^p as the Hermite polynomial whose mean over the noise is the clean power.
    private static double[] Product(FieldSeries series, IReadOnlyDictionary<string, double> noise, IReadOnlyList<FieldPower> product)
    {
        var values = new double[series.Times * series.Points];
        values.AsSpan().Fill(1);
        foreach (var (field, power) in product)
        {
            var variance = noise[field] * noise[field];
            var u = series[field].Values;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] *= Hermite(u[i], power, variance);
            }
        }

        return values;
    }

    /// <summary>He_p(u; σ): He₀ = 1, He₁ = u, He_{p+1} = u He_p - pσ² He_{p-1}.</summary>
    internal static double Hermite(double u, int power, double variance)
    {
        var (previous, current) = (0.0, 1.0);
        for (var p = 0; p < power; p++)
        {
            (previous, current) = (current, (u * current) - (p * variance * previous));
        }

        return current;
    }
}
