using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Finds missing terms by Gauss-Newton steps on forecasts: what the model reads after an interval against what
/// was seen.</summary>
/// <remarks>
/// The columns are the exact derivatives of the discrete forecast with respect to the coefficients, the rows are
/// sensors. Nothing is divided by the interval and nothing is differentiated, so that neither short intervals nor the
/// inversion of potential vorticity amplify errors of the observations, and long intervals bring no truncation error:
/// columns and forecast are made by the same steps. The derivatives are made anew while the coefficients move much
/// (twice, mostly), then kept: a step with old derivatives ends at the same place and costs one forecast. All
/// candidates are fitted together; which of them are needed is decided on their estimates and covariance alone.
/// </remarks>
/// <param name="Model">The imperfect model; a one-step scheme.</param>
/// <param name="Library">The candidates.</param>
/// <param name="Readout">The sensors.</param>
/// <param name="Steps">Steps of the model in the interval.</param>
/// <param name="Covariance">Judges how uncertain the coefficients of the whole library are.</param>
/// <param name="Price">χ² that a term must be worth to be kept.</param>
/// <param name="Floor">
/// Part of the target's norm below which no term's contribution is believed: what the solver's own error leaves when
/// the observations are exact.
/// </param>
public sealed record ForecastRegression(
    IEquationModel Model,
    IReadOnlyList<FieldTerm> Library,
    FieldReadout Readout,
    int Steps,
    ClusteredCovariance Covariance,
    double Price,
    double Floor)
{
    private const int Passes = 16;

    // Derivatives are made anew where the last step was not this much smaller than the one before, …
    private const double Slow = 0.1;

    // … unless it moved the forecast by less than this part of the residual: old ones lead to the same place.
    private const double Near = 0.03;

    // Coefficients have settled when a step moves the forecast by less than this part of the target.
    private const double Settled = 1e-10;

    // … or by less than this part of the residual: a hundredth of a deviation, where no more than 10⁴ readings err
    // independently.
    private const double Enough = 1e-4;

    /// <summary>Finds the terms that the model lacks.</summary>
    /// <param name="starts">States at the beginnings of the intervals, shape [pairs, size].</param>
    /// <param name="seen">Readings at their ends, shape [pairs, readings].</param>
    /// <param name="cancel">Asked between passes.</param>
    public ForecastFit Fit(States starts, States seen, CancellationToken cancel) =>
        Fit(starts, seen, new double[Library.Count], cancel);

    /// <summary>Finds the terms that the model lacks, from a guess of their coefficients on.</summary>
    /// <param name="starts">States at the beginnings of the intervals, shape [pairs, size].</param>
    /// <param name="seen">Readings at their ends, shape [pairs, readings].</param>
    /// <param name="guess">Coefficients of the whole library to begin with; they change what it costs alone.</param>
    /// <param name="cancel">Asked between passes.</param>
    public ForecastFit Fit(States starts, States seen, IReadOnlyList<double> guess, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(seen);
        return Fit(new GivenStarts(starts, seen, Readout, Steps), guess, cancel);
    }

    /// <summary>Finds the terms that the model lacks from any forecasts of it, from a guess of their coefficients
    /// on.</summary>
    /// <param name="forecasts">In place of those of <see cref="Steps"/> from given states.</param>
    /// <param name="guess">Coefficients of the whole library to begin with; they change what it costs alone.</param>
    /// <param name="cancel">Asked between passes.</param>
    public ForecastFit Fit(IForecasts forecasts, IReadOnlyList<double> guess, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(guess);
        var count = Library.Count;
        var target = forecasts.Residual(Model);
        var size = Norm(target);
        if (size == 0)
        {
            return ForecastFit.Perfect(Library);
        }

        var whole = Descend(forecasts, [.. guess], size, cancel);
        var covariance = Covariance.Of(whole.Columns, whole.Residual, FloorOf(whole.Columns, size));
        var kept = WaldElimination.Of(whole.Coefficients, covariance, Price);
        var residual = forecasts.Residual(With(kept.Coefficients));
        return new ForecastFit(
            Library,
            whole.Coefficients,
            [.. Enumerable.Range(0, count).Select(j => Math.Sqrt(covariance[j, j]))],
            kept.Support,
            kept.Coefficients,
            kept.Deviations,
            kept.Path,
            1 - Math.Pow(Norm(residual) / size, 2),
            Norm(residual) / Math.Sqrt(target.Length),
            Norm(whole.Residual) / Math.Sqrt(target.Length),
            whole.Passes,
            whole.Settled);
    }

    /// <summary>The equation with coefficients times candidates added.</summary>
    internal static Equation Add(Equation equation, IReadOnlyList<FieldTerm> library,
        IReadOnlyList<double> coefficients)
    {
        foreach (var field in equation.Fields)
        {
            equation = equation.Plus(field, library.Zip(coefficients)
                .Where(pair => pair.First.Field == field && pair.Second != 0)
                .Select(pair => new WeightedTerm(pair.Second, pair.First.Term)));
        }

        return equation;
    }

    private sealed record Descent(double[] Coefficients, States Columns, double[] Residual, int Passes, bool Settled);

    private Descent Descend(IForecasts forecasts, double[] coefficients, double size, CancellationToken cancel)
    {
        States? columns = null;
        double moved = size, before = size;
        for (var pass = 0; ; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var residual = forecasts.Residual(With(coefficients));
            columns = columns is null || moved > Math.Max(Slow * before, Near * Norm(residual))
                ? forecasts.Columns(With(coefficients), Library) : columns;
            var step = LeastSquares(columns, residual);
            (before, moved) = (pass == 0 ? size : moved, Moved(columns, step));
            var settled = moved <= Math.Max(Settled * size, Enough * Norm(residual));
            if (settled || pass == Passes)
            {
                return new Descent(coefficients, columns, residual, pass + 1, settled);
            }

            coefficients = [.. coefficients.Zip(step, (c, d) => c + d)];
        }
    }

    private IEquationModel With(IReadOnlyList<double> coefficients) =>
        Model.With(Add(Model.Equation, Library, coefficients));

    private double[] LeastSquares(States columns, double[] target)
    {
        string[] names = [.. Library.Select(term => term.ToString())];
        int[] all = [.. Enumerable.Range(0, names.Length)];
        return TriangularFactor.Of(new DenseDesign(names, columns, target)).Solve(all, new double[all.Length]);
    }

    // How far a step moves the forecast: columns that nearly cancel may each move far.
    private static double Moved(States columns, double[] step)
    {
        var change = new double[columns.Size];
        for (var j = 0; j < step.Length; j++)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(columns[j], step[j], change, change);
        }

        return Norm(change);
    }

    // The deviation of a coefficient whose contribution is as large as the floor.
    private double[] FloorOf(States columns, double size) =>
        [.. Enumerable.Range(0, columns.Count).Select(j => Floor * size / Norm(columns[j]))];

    private static double Norm(ReadOnlySpan<double> x) => System.Numerics.Tensors.TensorPrimitives.Norm(x);
}
