namespace Sci.Discovery;

/// <summary>
/// Tipping and Faul's sequential maximisation of the evidence, each column at its price beside those in the model.
/// </summary>
/// <remarks>
/// Tipping and Faul (2003), AISTATS; deletions first, then the best addition, then all precisions together.
/// </remarks>
internal static class ForwardSelection
{
    /// <summary>
    /// Grows a model from the protected columns; also says after how many actions, and whether it settled.
    /// </summary>
    public static (Marginal Model, int Actions, bool Converged) Run(
        EvidenceProblem problem, Func<int, IReadOnlyList<int>, double> price, int maximumActions)
    {
        var model = problem.Start();
        for (var action = 1; action <= maximumActions; action++)
        {
            model.Refresh();
            model.RefreshFactors();
            if (Delete(problem, model, price) || Add(problem, model, price))
            {
                problem.Sweep(model);
                continue;
            }

            var before = model.Support.Count;
            problem.Settle(model);
            model.RefreshFactors();
            if (model.Support.Count == before && Candidate(problem, model, price) < 0)
            {
                return (model, action, true);
            }
        }

        model.Refresh();
        return (model, maximumActions, false);
    }

    /// <summary>½[Q²/S - 1 - ln(Q²/S)]: what a column at its best precision adds to the log evidence.</summary>
    public static double Gain(double s, double q)
    {
        var x = q * q / s;
        return x > 1 ? 0.5 * (x - 1 - Math.Log(x)) : 0;
    }

    /// <summary>What the column at a place of the model adds to the log evidence, at its present precision.</summary>
    public static double Worth(Marginal model, int place)
    {
        var (s, q) = model.LeaveOneOut(place);
        var alpha = model.Alpha[place];
        return 0.5 * (Math.Log(alpha / (alpha + s)) + (q * q / (alpha + s)));
    }

    /// <summary>Whether a column is so close to the span of the model that its factors are rounding.</summary>
    public static bool IsInSpan(EvidenceProblem problem, Marginal model, int column) =>
        !(model.InS[column] > 1e-11 * model.Beta * problem.Design.Product(column, column));

    private static bool Delete(EvidenceProblem problem, Marginal model, Func<int, IReadOnlyList<int>, double> price)
    {
        var (worst, loss) = (-1, 0.0);
        for (var place = 0; place < model.Support.Count; place++)
        {
            var gain = Worth(model, place) - price(model.Support[place], model.Support);
            if (gain < loss && !problem.IsProtected(model.Support[place]))
            {
                (worst, loss) = (place, gain);
            }
        }

        if (worst >= 0)
        {
            model.RemoveAt(worst);
        }

        return worst >= 0;
    }

    private static bool Add(EvidenceProblem problem, Marginal model, Func<int, IReadOnlyList<int>, double> price)
    {
        var best = Candidate(problem, model, price);
        if (best >= 0)
        {
            var s = model.InS[best];
            var q = model.InQ[best];
            model.Add(best, s * s / ((q * q) - s));
        }

        return best >= 0;
    }

    private static int Candidate(EvidenceProblem problem, Marginal model, Func<int, IReadOnlyList<int>, double> price)
    {
        var (best, most) = (-1, 0.0);
        for (var column = 0; column < problem.Design.Columns; column++)
        {
            if (model.Support.Contains(column) || IsInSpan(problem, model, column))
            {
                continue;
            }

            var gain = Gain(model.InS[column], model.InQ[column]) - price(column, model.Support);
            if (gain > most)
            {
                (best, most) = (column, gain);
            }
        }

        return best;
    }
}
