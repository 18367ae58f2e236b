using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The rows of one trajectory in strong form: a tile a time.</summary>
internal sealed class StrongRows : IDesign
{
    private readonly StrongForm form;
    private readonly FieldSeries series;
    private readonly string field;
    private readonly LibraryEvaluator evaluator;
    private readonly string[] fields;
    private readonly int[] points;
    private readonly States rate;
    private readonly int first;

    public StrongRows(StrongForm form, FieldSeries series, string field, TermLibrary library)
    {
        (this.form, this.series, this.field) = (form, series, field);
        fields = [.. series.Fields];
        evaluator = new LibraryEvaluator(series.Grid, fields, library, form.Space);
        first = form.Time.Margin;
        Tiles = series.Times - (2 * first);
        points = [.. Enumerable.Range(0, series.Points).Where(IsInside)];
        if (Tiles < 1 || points.Length == 0)
        {
            throw new ArgumentException(
                $"Of {series.Times} times and {series.Points} points none is left within the margins of {first} and "
                + $"{form.Margin}.");
        }

        rate = Rate();
    }

    public IReadOnlyList<string> Names => evaluator.Library.Names;

    public int Tiles { get; }

    /// <summary>As how many each row counts, tile after tile.</summary>
    public IEnumerable<double> Weights => Enumerable.Range(first, Tiles).SelectMany(
        time => points.Select(point => series.WeightOf(time, point)));

    /// <summary>Sum of the squares of the target, as much as each row counts.</summary>
    public double RateSquare
    {
        get
        {
            var sum = 0.0;
            for (var tile = 0; tile < Tiles; tile++)
            {
                foreach (var point in points)
                {
                    sum += series.WeightOf(first + tile, point) * Math.Pow(rate[first + tile][point], 2);
                }
            }

            return sum;
        }
    }

    public int RowsOf(int tile) => points.Length;

    public void Fill(int tile, Span<double> columns)
    {
        var all = new double[Names.Count * series.Points];
        evaluator.Evaluate(State(first + tile), all);
        for (var j = 0; j < Names.Count; j++)
        {
            for (var i = 0; i < points.Length; i++)
            {
                columns[(j * points.Length) + i] = all[(j * series.Points) + points[i]];
            }
        }

        for (var i = 0; i < points.Length; i++)
        {
            columns[(Names.Count * points.Length) + i] = rate[first + tile][points[i]];
        }
    }

    public ResidualMap Residuals(IReadOnlyList<double> weights)
    {
        var values = new States(Tiles, points.Length);
        var columns = new double[(Names.Count + 1) * points.Length];
        for (var tile = 0; tile < Tiles; tile++)
        {
            Fill(tile, columns);
            var row = values[tile];
            columns.AsSpan(Names.Count * points.Length).CopyTo(row);
            for (var j = 0; j < Names.Count; j++)
            {
                for (var i = 0; i < row.Length && weights[j] != 0; i++)
                {
                    row[i] -= weights[j] * columns[(j * points.Length) + i];
                }
            }
        }

        double[] times = [.. Enumerable.Range(first, Tiles).Select(time => time * series.TimeSpacing)];
        return new ResidualMap(times, [.. series.Grid.Axes.Select(Kept)], values);
    }

    /// <summary>The same rows of the data with further noise as strong as theirs.</summary>
    public StrongRows Shaken(RandomSource random) => new(
        form,
        new FieldSeries(series.Fields.ToDictionary(name => name, name => Shaken(name, random[name])),
            series.TimeSpacing, series.Grid, series.IsPeriodic),
        field, evaluator.Library);

    /// <summary>
    /// The same rows at every second time, for what the interval does to the rate of change, and how much each counts.
    /// </summary>
    public IReadOnlyList<(double Error, double Weight)> CoarseRateError()
    {
        var coarse = new double[(series.Times + 1) / 2];
        var (line, result) = (new double[coarse.Length], new double[coarse.Length]);
        var errors = new List<(double, double)>();
        foreach (var point in points)
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = series[field][2 * i][point];
            }

            form.Time.Apply(line, 2 * series.TimeSpacing, 1, false, result);
            for (var i = form.Time.Margin; i < line.Length - form.Time.Margin; i++)
            {
                errors.Add((result[i] - rate[2 * i][point], series.WeightOf(2 * i, point)));
            }
        }

        return errors;
    }

    private States Shaken(string name, RandomSource random)
    {
        var (shaken, deviation) = (series[name].Clone(), SpectralCorner.Noise(series, name));
        for (var i = 0; i < shaken.Values.Length; i++)
        {
            shaken.Values[i] += deviation * random.Normal();
        }

        return shaken;
    }

    private double[] Kept(Axis axis) =>
        axis.Points == 1 ? [axis.Origin] : axis.Coordinates()[form.Margin..(axis.Points - form.Margin)];

    private bool IsInside(int point)
    {
        foreach (var axis in series.Grid.Axes.Reverse())
        {
            var at = point % axis.Points;
            if (axis.Points > 1 && (at < form.Margin || at >= axis.Points - form.Margin))
            {
                return false;
            }

            point /= axis.Points;
        }

        return true;
    }

    private double[] State(int time)
    {
        var state = new double[fields.Length * series.Points];
        for (var i = 0; i < fields.Length; i++)
        {
            series[fields[i]][time].CopyTo(state.AsSpan(i * series.Points));
        }

        return state;
    }

    private States Rate()
    {
        var values = series[field];
        var result = new States(series.Times, series.Points);
        var (line, derivative) = (new double[series.Times], new double[series.Times]);
        for (var point = 0; point < series.Points; point++)
        {
            for (var time = 0; time < line.Length; time++)
            {
                line[time] = values[time][point];
            }

            form.Time.Apply(line, series.TimeSpacing, 1, false, derivative);
            for (var time = 0; time < line.Length; time++)
            {
                result[time][point] = derivative[time];
            }
        }

        return result;
    }
}
