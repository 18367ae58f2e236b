using Sci.Numerics;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Guesses a field from a few of its values, corrects the guess in two ways, and compares.</summary>
internal static class ConservationStage
{
    private const double Nugget = 1e-4;
    private const int Lengths = 16;

    /// <summary>The guess and its corrections.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["base", "projection", "probconserv"];

    /// <summary>The cells' centres, the truth there, and the scores of the guess and its corrections.</summary>
    public static (double[] Places, double[] Truth, ConservationScores[] Scores) Run(
        ConservationSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var volumes = settings.Medium.Volumes(settings.Cells);
        var (places, spacing) = (volumes.Centres(), settings.Medium.Length / settings.Cells);
        double[] initial = [.. places.Select(settings.Medium.Initial)];
        var (states, entered) = volumes.Solve(initial, [settings.Time], settings.Medium.Diffusivity(settings.Time));
        var truth = states[0].ToArray();
        var row = new States(1, settings.Cells);
        row.Values.Fill(spacing);
        // What was there and what came in since: all that conservation knows of the truth.
        var mass = new LinearConstraint(row, [(spacing * initial.Sum()) + entered[0]], 0);
        ConservationScores[] scores = [.. Kinds.Select(name =>
            new ConservationScores(name, new double[settings.Draws], new double[settings.Draws],
                new double[settings.Draws], new double[settings.Cells]))];
        for (var draw = 0; draw < settings.Draws; draw++)
        {
            cancel.ThrowIfCancellationRequested();
            var guess = Guess(settings, places, truth, new RandomSource(settings.Seed)["known"][draw]);
            double[] moved = [.. guess.Mean];
            IntegralProjection.Apply(moved, mass, weights: null);
            GaussianField[] fields = [guess, new GaussianField(moved, guess.Covariance),
                ProbConserv.Condition(guess, mass)];
            for (var kind = 0; kind < fields.Length; kind++)
            {
                Score(scores[kind], draw, fields[kind], truth, mass, settings.LeastDeviation);
            }

            progress((draw + 1.0) / settings.Draws);
        }

        return (places, truth, scores);
    }

    private static GaussianField Guess(
        ConservationSettings settings, double[] places, double[] truth, RandomSource random)
    {
        int[] cells = [.. Enumerable.Range(0, settings.Cells)];
        random.Shuffle<int>(cells);
        var known = cells.Take(settings.Known).Order().ToArray();
        var lengths = Enumerable.Range(
            0, Lengths).Select(i => settings.Medium.Length * 0.02 * Math.Pow(50, i / (Lengths - 1.0)));
        return GaussianProcess.Condition(
            [.. known.Select(i => places[i])], [.. known.Select(i => truth[i])], places, [.. lengths], Nugget);
    }

    private static void Score(
        ConservationScores scores, int draw, GaussianField field, double[] truth, LinearConstraint mass,
            double leastDeviation)
    {
        scores.SquaredErrors[draw] = truth.Zip(field.Mean, (a, b) => (a - b) * (a - b)).Average();
        scores.LogLikelihoods[draw] = field.LogLikelihood(truth, leastDeviation * leastDeviation);
        scores.MassErrors[draw] = mass.Error(field.Mean);
        if (draw == 0)
        {
            field.Mean.ToArray().CopyTo(scores.First, 0);
        }
    }
}
