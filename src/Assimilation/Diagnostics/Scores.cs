using System.Numerics;
using System.Runtime.InteropServices;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// Error of the ensemble mean and spread of the members, both root mean squares over the state, one value a time.
/// </summary>
public sealed class Scores : IDiagnostic
{
    private readonly List<double> errors = [];
    private readonly List<double> spreads = [];
    private double[] mean = [];

    /// <summary>Root mean square over the state of ensemble mean minus truth, in the units of the state.</summary>
    public IReadOnlyList<double> Errors => errors;

    /// <summary>Root of the mean variance of the members, in the units of the state; 0 for one member.</summary>
    public IReadOnlyList<double> Spreads => spreads;

    /// <summary>Time mean of the errors, the first <paramref name="burnIn"/> left out.</summary>
    public Interval Error(int burnIn) => Interval.OfSeries(errors.Skip(burnIn).ToArray());

    /// <summary>Time mean of the spreads, the first <paramref name="burnIn"/> left out.</summary>
    public Interval Spread(int burnIn) => Interval.OfSeries(spreads.Skip(burnIn).ToArray());

    /// <inheritdoc/>
    public void Add(States ensemble, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (mean.Length != ensemble.Size)
        {
            mean = new double[ensemble.Size];
        }

        Moments.Mean(ensemble.Values, ensemble.Size, mean);
        errors.Add(Math.Sqrt(SquaredDistance(truth, mean) / mean.Length));
        var squares = 0.0;
        for (var m = 0; m < ensemble.Count; m++)
        {
            squares += SquaredDistance(ensemble[m], mean);
        }

        spreads.Add(Math.Sqrt(squares / Math.Max(1, ensemble.Count - 1) / mean.Length));
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vb = MemoryMarshal.Cast<double, Vector<double>>(b);
        var sum = Vector<double>.Zero;
        for (var i = 0; i < va.Length; i++)
        {
            var gap = va[i] - vb[i];
            sum += gap * gap;
        }

        var total = Vector.Sum(sum);
        for (var i = va.Length * Vector<double>.Count; i < a.Length; i++)
        {
            total += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return total;
    }
}
