using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Fits the missing terms to differences of low-passed snapshots: no solver, and the start of all that has one.</summary>
/// <remarks>
/// (u_last - u_first)/T = Σ w φ̄, φ̄ the mean of a term over the window by the trapezoidal (two snapshots) or Simpson's rule
/// (three). The snapshots are cut to the modes in which they carry more signal than noise, where derivatives are harmless;
/// the rule's symmetry keeps the noise of φ̄ uncorrelated with that of the difference, so that the columns' noise biases
/// nothing to first order. What the imperfect equation explains is moved to the target.
/// </remarks>
public static class BandLimitedRegression
{
    /// <summary>The regression problem of <paramref name="windows"/>, one row a coordinate and window, weighted to equal noise.</summary>
    /// <param name="imperfect">The equation whose missing terms are sought, for one field on a line.</param>
    /// <param name="library">The candidates.</param>
    /// <param name="windows">The snapshots; windows of four and more are cut into pairs.</param>
    /// <param name="signal">What the snapshots say of signal and noise.</param>
    /// <returns>A design whose rows have noise variance 1, the error of the quadrature aside.</returns>
    public static DenseDesign Design(
        Equation imperfect, IReadOnlyList<Term> library, IReadOnlyList<Window> windows, SignalEstimate signal)
    {
        ArgumentNullException.ThrowIfNull(imperfect);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(signal);
        var parts = windows.SelectMany((window, i) => Parts(window, signal.NoiseVariances[i])).ToArray();
        var columns = new States(library.Count, parts.Length * signal.Band.Dimension);
        var target = new double[columns.Size];
        Term[] terms = [.. library, .. imperfect.Terms.Select(known => known.Term)];
        var evaluator = new TermEvaluator(imperfect, terms);
        for (var i = 0; i < parts.Length; i++)
        {
            var rows = signal.Band.Dimension;
            var (coordinates, means) = Means(parts[i].Window, parts[i].Noise / 2, signal.Band, evaluator);
            var weight = parts[i].Window.Length / Math.Sqrt(parts[i].Noise);
            for (var j = 0; j < rows; j++)
            {
                var difference = (coordinates[coordinates.Count - 1][j] - coordinates[0][j]) / parts[i].Window.Length;
                for (var k = 0; k < imperfect.Terms.Count; k++)
                {
                    difference -= imperfect.Terms[k].Coefficient * means[library.Count + k][j];
                }

                target[(i * rows) + j] = weight * difference;
                for (var k = 0; k < library.Count; k++)
                {
                    columns[k][(i * rows) + j] = weight * means[k][j];
                }
            }
        }

        return new DenseDesign([.. library.Select(term => term.ToString())], columns, target);
    }

    private static IEnumerable<(Window Window, double Noise)> Parts(Window window, IReadOnlyList<double> noise)
    {
        var length = window.Times.Count == 3 ? 3 : 2;
        return window.Split(length).Select((part, i) =>
            (part, noise[i * (length - 1)] + noise[Math.Min((i + 1) * (length - 1), noise.Count - 1)]));
    }

    // The coordinates of the snapshots, and each term's mean over the window, shape [terms, dimension].
    private static (States Coordinates, States Means) Means(Window window, double noise, IStateBasis band, TermEvaluator evaluator)
    {
        var coordinates = band.Observe(window.Observed);
        var states = band.Lift(coordinates, evaluator.Equation.Grid.Points);
        var means = new States(evaluator.Terms.Count, evaluator.Equation.Grid.Points);
        var values = new States(evaluator.Terms.Count, evaluator.Equation.Grid.Points);
        var weights = Quadrature(window.Times, coordinates, noise);
        for (var time = 0; time < states.Count; time++)
        {
            evaluator.Evaluate(states[time], values.Values);
            for (var i = 0; i < values.Values.Length; i++)
            {
                means.Values[i] += weights[time] * values.Values[i];
            }
        }

        return (coordinates, band.Project(means));
    }

    // Simpson's rule where the snapshots bend by more than their noise; else the plain mean, which averages more noise away.
    private static double[] Quadrature(IReadOnlyList<double> times, States coordinates, double noise)
    {
        if (times.Count == 2)
        {
            return [0.5, 0.5];
        }

        var bend = 0.0;
        for (var j = 0; j < coordinates.Size; j++)
        {
            var second = coordinates[0][j] - (2 * coordinates[1][j]) + coordinates[2][j];
            bend += second * second;
        }

        var isEven = Math.Abs(times[0] + times[2] - (2 * times[1])) < 1e-6 * (times[2] - times[0]);
        var isStraight = bend < 2 * 6 * noise * coordinates.Size;
        return isStraight ? [1.0 / 3, 1.0 / 3, 1.0 / 3] : isEven ? [1.0 / 6, 4.0 / 6, 1.0 / 6] : [0.5, 0, 0.5];
    }
}
