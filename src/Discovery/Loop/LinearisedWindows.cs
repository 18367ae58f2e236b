using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The regression problems of all windows about one point: starts and coefficients.</summary>
internal sealed class LinearisedWindows
{
    // Derivatives serve on where they foresaw the last change of the forecast but for this part of it, or of the noise.
    private const double OfChange = 0.03;
    private const double OfNoise = 0.003;

    private readonly EliminatedStarts[] problems;

    private LinearisedWindows(EliminatedStarts[] problems) => this.problems = problems;

    /// <summary>Number of rows of all windows.</summary>
    public int Rows => problems.Sum(problem => problem.Rows);

    /// <summary>Linearises about a point.</summary>
    /// <param name="method">How the derivatives are taken.</param>
    /// <param name="at">The point's forecasts.</param>
    /// <param name="cut">The snapshots.</param>
    /// <param name="coefficients">The point's coefficients.</param>
    public static LinearisedWindows About(ResponseMethod method, Expansion at, CutWindows cut, double[] coefficients)
    {
        var halved = at.Run(at.Itinerary, 2);
        var derivatives = method.Of(at);
        var forecast = Windows(at.Forecast);
        var truncation = Windows(halved);
        for (var i = 0; i < truncation.Length; i++)
        {
            Subtract(forecast[i], truncation[i]);
        }

        var square = MeanSquare(truncation);
        var problems = new EliminatedStarts[cut.Count];
        Workers.For(problems.Length, i => problems[i] = new EliminatedStarts(
            cut.Observed[i], cut.Noise[i], derivatives[i], forecast[i], truncation[i], square, at.Starts[i],
            coefficients));
        return new LinearisedWindows(problems);
    }

    /// <summary>
    /// The problems about another point with the same derivatives, or null where these do not serve there.
    /// </summary>
    /// <remarks>
    /// The end of the passes is the same but for a like part of a deviation: what is solved there is exact.
    /// </remarks>
    public LinearisedWindows? At(Expansion at, double[] coefficients)
    {
        var forecast = Windows(at.Forecast);
        var moved = new EliminatedStarts[problems.Length];
        Workers.For(moved.Length, i => moved[i] = problems[i].At(forecast[i], at.Starts[i], coefficients));
        var (unforeseen, change) = (0.0, 0.0);
        for (var i = 0; i < moved.Length; i++)
        {
            var part = moved[i].From(problems[i]);
            (unforeseen, change) = (unforeseen + part.Unforeseen, change + part.Change);
        }

        var allowed = Math.Max(OfChange * OfChange * change, OfNoise * OfNoise * Rows);
        return unforeseen <= allowed ? new LinearisedWindows(moved) : null;
    }

    /// <summary>All rows under one another, each of noise variance 1.</summary>
    public DenseDesign Design(IReadOnlyList<string> names)
    {
        var columns = new States(names.Count, Rows);
        var target = new double[columns.Size];
        var at = 0;
        foreach (var problem in problems)
        {
            problem.CopyColumn(names.Count, target.AsSpan(at));
            for (var j = 0; j < names.Count; j++)
            {
                problem.CopyColumn(j, columns[j][at..]);
            }

            at += problem.Rows;
        }

        return new DenseDesign(names, columns, target);
    }

    /// <summary>Estimates of the starts, shape [windows, dimension].</summary>
    public void CopyStarts(double[] coefficients, States starts)
    {
        for (var i = 0; i < problems.Length; i++)
        {
            problems[i].Start(coefficients).CopyTo(starts[i]);
        }
    }

    /// <summary>The whitened residual of each window.</summary>
    public IEnumerable<double[]> Residuals(double[] coefficients) =>
        problems.Select(problem => problem.Residual(coefficients));

    /// <summary>ΨᵀC⁻¹d over all windows, d the solver's truncation error, shape [terms].</summary>
    public double[] TruncationMoments()
    {
        var moments = new double[problems[0].Terms];
        foreach (var problem in problems)
        {
            problem.AddTruncation(moments);
        }

        return moments;
    }

    private static States[] Windows(States[] times) =>
        [.. Enumerable.Range(0, times[0].Count).Select(window => Expansion.Pick(times, window))];

    // b ← a - b.
    private static void Subtract(States a, States b)
    {
        for (var i = 0; i < b.Values.Length; i++)
        {
            b.Values[i] = a.Values[i] - b.Values[i];
        }
    }

    private static double[] MeanSquare(States[] windows)
    {
        var square = new double[windows[0].Values.Length];
        foreach (var window in windows)
        {
            for (var i = 0; i < square.Length; i++)
            {
                square[i] += window.Values[i] * window.Values[i] / windows.Length;
            }
        }

        return square;
    }
}
