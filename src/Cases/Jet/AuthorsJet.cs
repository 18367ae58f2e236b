using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The authors' recipe, step by step as in their program, mistakes included.</summary>
/// <remarks>
/// Truth and model make one Euler step from the same ψ and q, which holds the truth's βy; the model takes its own βy
/// off what comes out, so that a wrong β shows as -Δβ y/Δt. Ten columns, one layer at a time, no scaling; their
/// relevance vector machine over a sweep of thresholds. The published choice of the threshold is by eye; here it is
/// made knowing the answer: the first that keeps the true terms, else the smallest model that leaves less than a
/// thousandth.
/// </remarks>
internal static class AuthorsJet
{
    private const double TimeStep = 0.025;

    // Mean square of what is left over that of the increment, at the bend of their curves.
    private const double Elbow = 1e-3;

    private static readonly string[] Columns =
        ["lap(psi1)", "lap(psi2)", "psi1_x + psi1_y", "psi2_x + psi2_y", "psi1", "psi2", "psiR", "J(psi1,q1)",
            "J(psi2,q2)", "y"];

    private static readonly double[] Thresholds = [.. Enumerable.Range(-7, 15).Select(i => Math.Pow(10, i)), 1e12];

    /// <summary>The truth after one Euler step.</summary>
    public static States Truth(JetSettings settings, States starts) => Step(settings.TrueJet, settings.TrueJet, starts);

    public static JetFound Run(JetSettings settings, JetAuthorsSettings method, JetTruth truth)
    {
        var forecast = Step(settings.WrongJet, settings.TrueJet, truth.Starts);
        var columns = Library(settings, method, method.LibraryAt == JetLibraryTime.Forecast ? forecast : truth.Starts);
        var missing = JetLibrary.Missing(settings);
        var found = Enumerable.Range(0, 2)
            .Select(layer => Layer(layer, columns, Increment(layer, method, truth.Ends, forecast), missing)).ToArray();
        return new JetFound(
            [.. found.SelectMany(f => f.Names)],
            [.. found.SelectMany(f => f.Everything)],
            new double[2 * Columns.Length],
            [.. found.SelectMany(f => f.Fit.Weights)],
            [.. found.SelectMany(f => f.Fit.Deviations)],
            [],
            [],
            found.Max(f => f.Error),
            double.NaN,
            double.NaN,
            Settled: true);
    }

    // The step starts from the truth's ψ and q, so that its advection of q holds the truth's βψₓ; the model's own β
    // only comes off afterwards, for ψ to be found: what it leaves of βy then counts as vorticity.
    private static States Step(TwoLayerJet jet, TwoLayerJet truth, States starts)
    {
        var states = starts.Clone();
        LeapfrogJet.Published(jet with { Beta = truth.Beta }).Advance(states, 1);
        var (y, x) = (JetFlow.Grid.Axes[0], JetFlow.Grid.Axes[1].Points);
        for (var i = 0; i < states.Size; i++)
        {
            states[0][i] += (truth.Beta - jet.Beta) * y.Coordinate(i % JetFlow.Points / x);
        }

        return JetFlow.ToVorticity(JetFlow.ToStreams(states));
    }

    private static int[] Inside(JetAuthorsSettings method)
    {
        var (rows, columns) = (JetFlow.Grid.Axes[0].Points, JetFlow.Grid.Axes[1].Points);
        return [.. Enumerable.Range(0, JetFlow.Points).Where(i =>
            i / columns >= method.Cut && i / columns < rows - method.Cut && i % columns >= method.Cut
                && i % columns < columns - method.Cut)];
    }

    private static double[] Increment(int layer, JetAuthorsSettings method, States truth, States forecast) =>
        [.. Inside(method)
        .Select(i => (truth[0][(layer * JetFlow.Points) + i] - forecast[0][(layer * JetFlow.Points) + i]) / TimeStep)];

    private static States Library(JetSettings settings, JetAuthorsSettings method, States at)
    {
        string[] terms = [.. Columns.Take(7).Select(column => column.Split(" + ")[0]), "psi1_y", "psi2_y"];
        var equation = settings.TrueJet.On(JetFlow.Grid);
        var values = new TermEvaluator(equation, [.. terms.Select(Term.Parse)]).Evaluate(at[0]);
        var jacobians = Jacobians(at);
        var inside = Inside(method);
        var columns = new States(Columns.Length, inside.Length);
        for (var i = 0; i < inside.Length; i++)
        {
            for (var j = 0; j < 7; j++)
            {
                columns[j][i] = values[j][inside[i]] + (j is 2 or 3 ? values[j + 5][inside[i]] : 0);
            }

            columns[7][i] = jacobians[0][inside[i]];
            columns[8][i] = jacobians[0][JetFlow.Points + inside[i]];
            columns[9][i] = JetFlow.Grid.Axes[0].Coordinate(inside[i] / JetFlow.Grid.Axes[1].Points);
        }

        return columns;
    }

    // The Jacobians as their solver forms them, on 3/2 times the points: what advection adds to an Euler step.
    private static States Jacobians(States at)
    {
        var jet = TwoLayerJet.Published with { Beta = 0, HyperViscosity = 0 };
        var (with, without) = (at.Clone(), at.Clone());
        LeapfrogJet.Published(jet).Advance(with, 1);
        LeapfrogJet.Published(jet with { Advection = 0 }).Advance(without, 1);
        for (var i = 0; i < with.Size; i++)
        {
            with[0][i] = (without[0][i] - with[0][i]) / TimeStep;
        }

        return with;
    }

    private static (string[] Names, double[] Everything, SparseFit Fit, double Error) Layer(
        int layer, States columns, double[] increment, IReadOnlyDictionary<string, double> missing)
    {
        string[] names = [.. Columns.Select(column => $"q{layer + 1}_t: {column}")];
        var design = TriangularFactor.Of(new DenseDesign(names, columns, increment));
        var wanted = missing.Keys.Where(name => name.StartsWith($"q{layer + 1}_t", StringComparison.Ordinal))
            .ToHashSet();
        var everything = design.Solve([.. Enumerable.Range(0, names.Length)], new double[names.Length]);
        if (design.TargetSquare == 0 || increment.Max(Math.Abs) < 1e-10)
        {
            return (names, new double[names.Length], Nothing(names), 0);
        }

        var fits = Thresholds.Select(threshold => Machine(threshold).Fit(design)).ToArray();
        var errors = fits.Select(fit => Error(design, fit)).ToArray();
        var right = Array.FindIndex(fits, fit => fit.Support.Select(j => names[j]).ToHashSet().SetEquals(wanted));
        var close = Enumerable.Range(0, fits.Length).Where(i => errors[i] <= Math.Max(Elbow, errors.Min()));
        var chosen = right >= 0 ? right : close.MinBy(i => fits[i].Support.Count);
        return (names, everything, fits[chosen], Math.Sqrt(errors[chosen]));
    }

    // Their program stops at the third iteration, whatever has changed.
    private static RelevanceVectorMachine Machine(double threshold) =>
        new(new MacKayUpdate(), new EstimatedVariance(0), 1e-6, 1e-6, threshold, 1e14, 3000);

    private static double Error(TriangularFactor design, SparseFit fit) => design.ResidualSquare(
        [.. fit.Support], [.. fit.Support.Select(j => fit.Weights[j])]) / design.TargetSquare;

    private static SparseFit Nothing(string[] names) => new(
        names, [], new double[names.Length], new double[names.Length], new double[0, 0], 0, 0, 0, true, [],
            new double[names.Length], [], []);
}
