using Sci.Hdf5;
using Sci.Numerics;
using Sci.Testing;

namespace Sci.Discovery.Tests;

/// <summary>Series made by others from a known equation, and the same with white noise.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Series">The clean field u.</param>
/// <param name="Truth">Its equation's terms.</param>
/// <param name="Unit">The noise's standard deviation at 100 %: of u about its mean with PDE-FIND, its root mean square
/// with WSINDy.</param>
internal sealed record PdeData(string Name, FieldSeries Series, (string Term, double Coefficient)[] Truth, double Unit)
{
    private const string AdvectionTerm = "(u^2)_x";

    public static PdeData Burgers => FromFile("Burgers", "burgers.h5", [(AdvectionTerm, -0.5), ("u_xx", 0.1)]);

    public static PdeData Kdv => FromFile("KdV", "kdv_two_solitons.h5", [(AdvectionTerm, -3), ("u_xxx", -1)]);

    /// <summary>Root mean square of all values.</summary>
    public static double RootMeanSquare(FieldSeries series) =>
        Math.Sqrt(series["u"].Values.ToArray().Average(value => value * value));

    /// <summary>Standard deviation of all values about their mean.</summary>
    public static double Deviation(FieldSeries series)
    {
        var values = series["u"].Values.ToArray();
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>The series with white noise of a fraction of the unit.</summary>
    public FieldSeries Noisy(double fraction, RandomSource random)
    {
        var noisy = Series["u"].Clone();
        for (var i = 0; i < noisy.Values.Length; i++)
        {
            noisy.Values[i] += fraction * Unit * random.Normal();
        }

        return Line(noisy, Series.TimeSpacing, Series.Spacing);
    }

    private static FieldSeries Line(States values, double timeSpacing, double spacing) =>
        new(new Dictionary<string, States> { ["u"] = values }, timeSpacing, spacing);

    private static PdeData FromFile(string name, string path, (string, double)[] truth)
    {
        using var file = Hdf5File.OpenRead(Reference.File(path));
        var (t, x, u) = (file.Read<double>("t"), file.Read<double>("x"), file.Read<double>("u"));
        var values = new States(t.Length, x.Length);
        for (var i = 0; i < t.Length; i++)
        {
            for (var j = 0; j < x.Length; j++)
            {
                values[i][j] = u[(j * t.Length) + i];
            }
        }

        var series = Line(values, t[1] - t[0], x[1] - x[0]);
        return new PdeData(name, series, truth, Deviation(series));
    }
}
