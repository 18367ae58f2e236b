using Sci.Numerics;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>
/// Finds solutions by nonlinear least squares over a basis: the hard-constraint layer, whole and by experts.
/// </summary>
internal static class ExpertsStage
{
    // The mean of the solutions that the basis comes from is near every solution.
    private static readonly LevenbergMarquardt Solver = new(100, 1e-5, initialDamping: 1e-6);

    public static ExpertsAnswer Run(ExpertsSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var solutions = new SorptionSolutions(settings);
        var experts = Experts(settings, solutions, settings.Experts, settings.Basis);
        ExpertsPart[][] layers =
        [
            Experts(settings, solutions, 1, settings.Basis * settings.Experts),
            Experts(settings, solutions, 1, settings.Basis),
            experts,
        ];
        var agreements = Array.ConvertAll(layers, parts => Agreements(settings, parts));
        var scores = Array.ConvertAll(layers, _ => new LayerScore(new double[settings.Tests], 0, 0));
        var shown = new States[layers.Length + 1];
        for (var test = 0; test < settings.Tests; test++)
        {
            cancel.ThrowIfCancellationRequested();
            var initial = solutions.Draw(new RandomSource(settings.Seed)["tests"][test]);
            var truth = solutions.Solve(initial);
            for (var layer = 0; layer < layers.Length; layer++)
            {
                var (field, evaluations) = Solve(settings, layers[layer], agreements[layer], initial);
                scores[layer].Errors[test] = Error(field, truth);
                scores[layer] = scores[layer].Add(layers[layer], evaluations);
                shown[layer + 1] ??= field;
            }

            shown[0] ??= truth;
            progress((test + 1.0) / settings.Tests);
        }

        return new ExpertsAnswer(
            scores[0], scores[1], scores[2], GradientError(settings, experts[0], solutions), shown[0], shown[1],
            shown[3]);
    }

    private static ExpertsPart[] Experts(ExpertsSettings settings, SorptionSolutions solutions, int count, int basis) =>
        [.. Enumerable.Range(0, count).Select(part => new ExpertsPart(
            settings, solutions, part * settings.Points / count, (part + 1) * settings.Points / count, basis))];

    // On both sides of an interface both experts' fields are known: equal there at two points, they go on smoothly.
    private static States Agreements(ExpertsSettings settings, ExpertsPart[] parts)
    {
        (int Left, int Time, int Point)[] places = [.. Enumerable.Range(0, parts.Length - 1).SelectMany(
            left => Enumerable.Range(0, settings.Intervals + 1).SelectMany(
                time => new[] { (left, time, parts[left].Last - 1), (left, time, parts[left].Last) }))];
        var rows = new States(places.Length, parts.Sum(part => part.Basis.Count));
        for (var r = 0; r < places.Length; r++)
        {
            var (left, time, point) = places[r];
            var first = parts.Take(left).Sum(part => part.Basis.Count);
            var (mine, its) = (parts[left].Basis.Values((time, point)), parts[left + 1].Basis.Values((time, point)));
            for (var j = 0; j < mine.Length; j++)
            {
                rows[r][first + j] = settings.Agreement * mine[j];
            }

            for (var j = 0; j < its.Length; j++)
            {
                rows[r][first + mine.Length + j] = -settings.Agreement * its[j];
            }
        }

        return rows;
    }

    private static (States Field, int Evaluations) Solve(
        ExpertsSettings settings, ExpertsPart[] parts, States agreements, double[] initial)
    {
        var field = new States(settings.Intervals + 1, settings.Points);
        double[] omega = [.. parts.SelectMany(part => part.Basis.Start)];
        var (_, evaluations) = Solver.Solve(
            new CoupledExperts([.. parts.Select(part => part.Problem(initial))], agreements), omega);
        var first = 0;
        foreach (var part in parts)
        {
            part.Write(omega.AsSpan(first, part.Basis.Count), field);
            first += part.Basis.Count;
        }

        return (field, evaluations);
    }

    // Derivative of a sum of the coefficients with respect to some numbers of the basis.
    private static double GradientError(ExpertsSettings settings, ExpertsPart part, SorptionSolutions solutions)
    {
        var (start, initial) = (part.Basis.Start, solutions.Draw(new RandomSource(settings.Seed)["tests"][0]));
        const double step = 3e-6; // R(u) is nearly singular at u = 0: the differences are of fourth order.
        double[] Solution(States[] channels)
        {
            double[] omega = [.. start];
            var problem = part.Problem(initial, channels);
            Solver.Solve(problem, omega);
            LevenbergMarquardt.Polish(problem, omega);
            return omega;
        }

        var (size, weights) = (part.Rows.Length * start.Length, start.Select((_, j) => 1.0 / (j + 1)).ToArray());
        var adjoint = new double[4 * size];
        LevenbergMarquardt.PullBack(part.Problem(initial), Solution(part.Channels), weights, adjoint);
        var random = new RandomSource(settings.Seed)["gradient"];
        var (worst, largest) = (0.0, 0.0);
        for (var probe = 0; probe < 12; probe++)
        {
            var (channel, at) = (probe % 2, random.Below(size));
            double Shifted(double shift)
            {
                States[] moved = [.. part.Channels.Select(states => states.Clone())];
                moved[channel].Values[at] += shift;
                return Solution(moved).Zip(weights, (a, b) => a * b).Sum();
            }

            var difference = ((8 * (Shifted(step) - Shifted(-step))) - Shifted(2 * step) + Shifted(-2 * step))
                / (12 * step);
            worst = Math.Max(worst, Math.Abs(difference - adjoint[(channel * size) + at]));
            largest = Math.Max(largest, Math.Abs(difference));
        }

        return worst / largest;
    }

    private static double Error(States u, States truth)
    {
        var (difference, norm) = (0.0, 0.0);
        for (var i = 0; i < truth.Values.Length; i++)
        {
            difference += Math.Pow(u.Values[i] - truth.Values[i], 2);
            norm += truth.Values[i] * truth.Values[i];
        }

        return Math.Sqrt(difference / norm);
    }
}
