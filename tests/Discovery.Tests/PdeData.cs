using Sci.Hdf5;
using Sci.Numerics;
using Sci.Testing;

namespace Sci.Discovery.Tests;

/// <summary>Series made by others from a known equation, and the same with white noise.</summary>
internal sealed record PdeData(string Name, FieldSeries Series, (string Term, double Coefficient)[] Truth)
{
    private const string AdvectionTerm = "(u^2)_x";

    public static PdeData Burgers => new("Burgers", FromFile("burgers.h5"), [(AdvectionTerm, -0.5), ("u_xx", 0.1)]);

    public static PdeData Kdv => new("KdV", FromFile("kdv_two_solitons.h5"), [(AdvectionTerm, -3), ("u_xxx", -1)]);

    /// <summary>Noise of a standard deviation that is the given fraction of the field's root mean square.</summary>
    public FieldSeries Noisy(double fraction, RandomSource random)
    {
        var clean = Series["u"];
        var square = 0.0;
        foreach (var value in clean.Values)
        {
            square += value * value;
        }

        var sigma = fraction * Math.Sqrt(square / clean.Values.Length);
        var noisy = clean.Clone();
        for (var i = 0; i < noisy.Values.Length; i++)
        {
            noisy.Values[i] += sigma * random.Normal();
        }

        return Line(noisy, Series.TimeSpacing, Series.Spacing);
    }

    private static FieldSeries Line(States values, double timeSpacing, double spacing) =>
        new(new Dictionary<string, States> { ["u"] = values }, timeSpacing, spacing);

    private static FieldSeries FromFile(string name)
    {
        using var file = Hdf5File.OpenRead(Reference.File(name));
        var (t, x, u) = (file.Read<double>("t"), file.Read<double>("x"), file.Read<double>("u"));
        var values = new States(t.Length, x.Length);
        for (var i = 0; i < t.Length; i++)
        {
            for (var j = 0; j < x.Length; j++)
            {
                values[i][j] = u[(j * t.Length) + i];
            }
        }

        return Line(values, t[1] - t[0], x[1] - x[0]);
    }
}
