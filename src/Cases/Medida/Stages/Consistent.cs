using System.Numerics.Tensors;
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// Differences from the model's own step against that step's response to each coefficient, pass after pass.
/// </summary>
/// <remarks>
/// ψ_j = [Step(u; w + εe_j) - Step(u; w)]/(εΔt): forecast and columns carry the same time-stepping error. What a pass
/// finds goes into the model of the next, so that the responses come to be taken at the corrected model (Gauss-Newton).
/// </remarks>
internal static class Consistent
{
    // The response is all but linear in the coefficient: the increment only has to stand clear of rounding.
    private const double Increment = 1e-4;

    private const int Refinement = 4;

    // Coefficients that move by less than this have settled.
    private const double Settled = 1e-9;

    public static (SparseFit Fit, bool Settled) Fit(
        MedidaSettings settings, Equation imperfect, IReadOnlyList<Term> library, ConsistentSettings method,
        States observed)
    {
        var found = new double[library.Count];
        var rate = Rate(settings, new OneStep(settings, imperfect), observed);
        for (var pass = 1; ; pass++)
        {
            var (rows, columns, equation) = Design(settings, imperfect, library, found, observed);
            var design = TriangularFactor.Of(rows);
            var target = Math.Sqrt(design.TargetSquare / design.Rows);
            var fit = method.Regression.Regression(Math.Max(1, rate / target)).Fit(design);
            var moved = fit.Weights.Zip(found, (after, before) => Math.Abs(after - before)).Max();
            if (moved < Settled || pass == method.Passes)
            {
                return (fit.Shifted(Truncation(settings, equation, columns, observed, fit.NoiseVariance)), moved < Settled);
            }

            found = [.. fit.Weights];
        }
    }

    private static (DenseDesign Rows, States Columns, Equation Equation) Design(
        MedidaSettings settings, Equation imperfect, IReadOnlyList<Term> library, double[] found, States observed)
    {
        var snapshots = settings.Seen.Times.Count;
        var equation = imperfect.Plus(
            library.Zip(found, (term, c) => new WeightedTerm(c, term)).Where(t => t.Coefficient != 0));
        var still = new OneStep(settings, equation);
        var from = still.Forecasts(observed, snapshots);
        var target = Scaled(OneStep.Column(observed, snapshots, 1), from, 1 / still.Interval);
        var columns = new States(library.Count, target.Length);
        Workers.For(library.Count, j =>
        {
            var moved = new OneStep(settings, equation.Plus([new WeightedTerm(Increment, library[j])]));
            Scaled(moved.Forecasts(observed, snapshots), from, 1 / (Increment * still.Interval)).CopyTo(columns[j]);
        });
        for (var j = 0; j < found.Length; j++)
        {
            for (var i = 0; found[j] != 0 && i < target.Length; i++)
            {
                target[i] += found[j] * columns[j][i];
            }
        }

        return (new DenseDesign([.. library.Select(term => term.ToString())], columns, target), columns, equation);
    }

    // Φᵀd over the noise variance, d the error of the model's step against finer ones of a higher order; none of a
    // program's.
    private static double[] Truncation(
        MedidaSettings settings, Equation equation, States columns, States observed, double variance)
    {
        var moments = new double[columns.Count];
        if (settings.Model.Program is null)
        {
            var snapshots = settings.Seen.Times.Count;
            var model = new OneStep(settings, equation);
            var finer = OneStep.Column(observed, snapshots, 2);
            Schemes.Model(SchemeName.Etdrk4, equation, model.Interval / Refinement).Advance(finer, Refinement);
            var error = Scaled(model.Forecasts(observed, snapshots), finer, 1 / (model.Interval * variance));
            for (var j = 0; j < moments.Length; j++)
            {
                moments[j] = TensorPrimitives.Dot(columns[j], error);
            }
        }

        return moments;
    }

    // Root mean square of the model's own rate of change: what its discretisation error is a part of.
    private static double Rate(MedidaSettings settings, OneStep model, States observed)
    {
        var snapshots = settings.Seen.Times.Count;
        var change = Scaled(
            model.Forecasts(observed, snapshots), OneStep.Column(observed, snapshots, 2), 1 / model.Interval);
        return Math.Sqrt(change.Average(value => value * value));
    }

    private static double[] Scaled(States to, States from, double factor)
    {
        var difference = new double[to.Values.Length];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = factor * (to.Values[i] - from.Values[i]);
        }

        return difference;
    }
}
