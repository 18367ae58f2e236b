using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// One trajectory: fields on a grid observed at equal intervals, the data of an equation to be discovered.
/// </summary>
/// <remarks>
/// Fields that no equation is asked for are controls and auxiliary fields: terms may use them like the others. A grid
/// of one point makes the data those of ordinary differential equations.
/// </remarks>
public sealed class FieldSeries
{
    private readonly Dictionary<string, States> values;

    /// <summary>Takes the values without copying.</summary>
    /// <param name="values">For each field its values, shape [times, points of the grid].</param>
    /// <param name="timeSpacing">Interval between observations.</param>
    /// <param name="grid">Where the points are, one or two axes.</param>
    /// <param name="isPeriodic">Whether the fields go on at the other end of every axis, as the grid says, or end
    /// there.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, a number is not finite, or the grid is no
    /// periodic one.</exception>
    public FieldSeries(IReadOnlyDictionary<string, States> values, double timeSpacing, Grid grid, bool isPeriodic)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(grid);
        if (values.Count == 0
            || values.Values.Any(field => field.Size != grid.Points || field.Count != values.Values.First().Count))
        {
            throw new ArgumentException(
                $"A series needs at least one field, and all of the shape [times, {grid.Points} points].",
                nameof(values));
        }

        if (isPeriodic && grid.HasWalls)
        {
            throw new ArgumentException("Between walls a series is not periodic.", nameof(isPeriodic));
        }

        if (!(timeSpacing > 0) || grid.Dimensions > 2)
        {
            throw new ArgumentException(
                $"The interval {timeSpacing} must be positive and the {grid.Dimensions} axes one or two.",
                nameof(timeSpacing));
        }

        foreach (var (name, field) in values)
        {
            RequireFinite(name, field);
        }

        this.values = new Dictionary<string, States>(values);
        (TimeSpacing, Grid, IsPeriodic, Times) = (timeSpacing, grid, isPeriodic, values.Values.First().Count);
    }

    /// <summary>Fields on a line that is not taken for periodic.</summary>
    /// <param name="values">For each field its values, shape [times, points].</param>
    /// <param name="timeSpacing">Interval between observations.</param>
    /// <param name="spacing">Distance between points.</param>
    public FieldSeries(IReadOnlyDictionary<string, States> values, double timeSpacing, double spacing)
        : this(values, timeSpacing, Line(values, spacing), isPeriodic: false)
    {
    }

    /// <summary>Names of the fields.</summary>
    public IReadOnlyCollection<string> Fields => values.Keys;

    /// <summary>Where the points are.</summary>
    public Grid Grid { get; }

    /// <summary>Whether the fields go on at the other end of every axis.</summary>
    public bool IsPeriodic { get; }

    /// <summary>Number of observations in time.</summary>
    public int Times { get; }

    /// <summary>Number of points.</summary>
    public int Points => Grid.Points;

    /// <summary>Interval between observations.</summary>
    public double TimeSpacing { get; }

    /// <summary>Distance between points along x.</summary>
    public double Spacing => Grid.Axes[^1].Spacing;

    /// <summary>
    /// Standard deviations of the noise that are known; zero for coordinates, forcings and controls. The others are
    /// read from the spectra.
    /// </summary>
    public IReadOnlyDictionary<string, double> KnownNoise { get; init; } = new Dictionary<string, double>();

    /// <summary>As how many trajectories this one counts: 0 leaves it out, 2 is as good as one more like it.</summary>
    /// <exception cref="ArgumentException">The weight is negative or no number.</exception>
    public double Weight
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value
            : throw new ArgumentException($"A trajectory cannot count {value} times; give 0 or more.", nameof(value));
    } = 1;

    /// <summary>
    /// As how many observations each value counts, shape [times, points], or null for one each; in strong form alone,
    /// since a weak form's rows each hold many of them.
    /// </summary>
    /// <remarks>
    /// Inverse variances of the rates of change, up to a factor that makes their mean 1, are such weights too. A
    /// derivative still reads neighbours that count nothing.
    /// </remarks>
    /// <exception cref="ArgumentException">The shape is another, or a weight is negative or no number.</exception>
    public States? SampleWeights
    {
        get;
        init => field = value is null || Fits(value) ? value
            : throw new ArgumentException(
                $"Weights of samples need the shape [{Times} times, {Points} points], none negative.", nameof(value));
    }

    /// <summary>
    /// These fields and one that is a known function of time and place: a forcing, a coefficient, a sine.
    /// </summary>
    /// <remarks>With <c>s</c> for sin x the term <c>s*u_x</c> has a coefficient that depends on x.</remarks>
    /// <param name="name">Its name in terms.</param>
    /// <param name="function">Its value at time t from the first observation on, x and y (0 on a line).</param>
    public FieldSeries With(string name, Func<double, double, double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var (result, nx) = (new States(Times, Points), Grid.Axes[^1].Points);
        for (var time = 0; time < Times; time++)
        {
            for (var point = 0; point < Points; point++)
            {
                var y = Grid.Dimensions == 1 ? 0 : Grid.Axes[0].Coordinate(point / nx);
                result[time][point] = function(time * TimeSpacing, Grid.Axes[^1].Coordinate(point % nx), y);
            }
        }

        var all = new Dictionary<string, States>(values) { [name] = result };
        return new FieldSeries(all, TimeSpacing, Grid, IsPeriodic)
        {
            KnownNoise = new Dictionary<string, double>(KnownNoise) { [name] = 0 },
            Weight = Weight,
            SampleWeights = SampleWeights,
        };
    }

    /// <summary>The values of a field, shape [times, points].</summary>
    public States this[string field] => values.TryGetValue(field, out var found)
        ? found
        : throw new ArgumentException(
            $"The series has no field {field}, but {string.Join(", ", values.Keys)}.", nameof(field));

    /// <summary>As how much a sample counts.</summary>
    internal double WeightOf(int time, int point) => Weight * (SampleWeights is { } all ? all[time][point] : 1);

    private bool Fits(States weights) => weights.Count == Times && weights.Size == Points
        && weights.Values.IndexOfAnyExceptInRange(0, double.MaxValue) < 0;

    private static Grid Line(IReadOnlyDictionary<string, States> values, double spacing)
    {
        ArgumentNullException.ThrowIfNull(values);
        var points = values.Count == 0 ? 1 : values.Values.First().Size;
        return Grid.Line(points, points * spacing);
    }

    private static void RequireFinite(string name, States field)
    {
        var at = field.Values.IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
        if (at >= 0)
        {
            throw new ArgumentException(
                $"The field {name} is {field.Values[at]} at time {at / field.Size}, "
                + $"point {at % field.Size}; leave such times out.",
                nameof(field));
        }
    }
}
