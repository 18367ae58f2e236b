using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// Fits the missing terms to differences of low-passed snapshots: no solver, and the start of what has one.
/// </summary>
/// <remarks>
/// (u_last - u_first)/T = Σ w φ̄, φ̄ the mean of a term over the window by the trapezoidal (two snapshots) or Simpson's
/// rule (three). The snapshots are cut to the modes in which they carry more signal than noise, where derivatives are
/// harmless; the rule's symmetry keeps the noise of φ̄ uncorrelated with that of the difference, so that the columns'
/// noise biases nothing to first order. What the imperfect equation explains is moved to the target.
/// </remarks>
public static class BandLimitedRegression
{
    /// <summary>The regression problem, one row a coordinate and window, weighted to equal noise.</summary>
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
        Term[] terms = [.. library, .. imperfect.Terms.Select(known => known.Term)];
        var evaluator = new TermEvaluator(imperfect, terms);
        return Design(evaluator, library, windows, signal, part =>
        {
            var rate = new double[signal.Band.Dimension];
            for (var k = 0; k < imperfect.Terms.Count; k++)
            {
                TensorPrimitives.MultiplyAdd(part.Means[library.Count + k], imperfect.Terms[k].Coefficient, rate, rate);
            }

            return rate;
        });
    }

    /// <summary>
    /// The same for a model that can only be stepped: its change over a step stands for its rate of change.
    /// </summary>
    /// <exception cref="BlowUpException">The model leaves the finite numbers.</exception>
    public static DenseDesign Design(
        IModel model, IReadOnlyList<Term> library, IReadOnlyList<Window> windows, SignalEstimate signal)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(signal);
        var evaluator = new TermEvaluator(Equation.Parse(model.Grid, "u_t = 0"), library);
        return Design(evaluator, library, windows, signal, part =>
        {
            var after = part.States.Clone();
            model.Advance(after);
            var change = signal.Band.Project(after);
            var rate = new double[change.Size];
            for (var time = 0; time < change.Count; time++)
            {
                TensorPrimitives.Subtract(change[time], part.Coordinates[time], change[time]);
                TensorPrimitives.MultiplyAdd(change[time], part.Weights[time] / model.TimeStep, rate, rate);
            }

            return rate;
        });
    }

    private static DenseDesign Design(
        TermEvaluator evaluator,
        IReadOnlyList<Term> library,
        IReadOnlyList<Window> windows,
        SignalEstimate signal,
        Func<Averaged, double[]> known)
    {
        var parts = windows.SelectMany((window, i) => Parts(window, signal.NoiseVariances[i])).ToArray();
        var rows = signal.Band.Dimension;
        var columns = new States(library.Count, parts.Length * rows);
        var target = new double[columns.Size];
        for (var i = 0; i < parts.Length; i++)
        {
            var window = parts[i].Window;
            var part = Means(window, parts[i].Noise / 2, signal.Band, evaluator);
            var rate = known(part);
            var weight = window.Length / Math.Sqrt(parts[i].Noise);
            for (var j = 0; j < rows; j++)
            {
                var difference = (part.Coordinates[window.Times.Count - 1][j] - part.Coordinates[0][j]) / window.Length;
                target[(i * rows) + j] = weight * (difference - rate[j]);
                for (var k = 0; k < library.Count; k++)
                {
                    columns[k][(i * rows) + j] = weight * part.Means[k][j];
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

    // The snapshots of a window, the weights of its mean, and each term's mean in coordinates, shape [terms,
    // dimension].
    private sealed record Averaged(States Coordinates, States States, double[] Weights, States Means);

    private static Averaged Means(
        Window window, double noise, IStateBasis band, TermEvaluator evaluator)
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

        return new Averaged(coordinates, states, weights, band.Project(means));
    }

    // Simpson's rule where the snapshots bend by more than their noise; else the plain mean, which averages more noise
    // away.
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
