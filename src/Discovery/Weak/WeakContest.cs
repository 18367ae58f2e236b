namespace Sci.Discovery;

/// <summary>Chooses among models of a weak form, walking on from the best of them.</summary>
/// <remarks>
/// With the true fields as free parameters the log likelihood of an equation is -½χ², χ² = rᵀC⁻¹r: how far, in
/// deviations of the noise, the data are from fields that obey it; no determinant belongs to it. C takes blocks of rows
/// for independent and products for as noisy as in the mean, which makes χ² a composite likelihood: an irrelevant term
/// lowers it by its variance under the noise as it is over that under C, in the mean (Varin, Reid and Firth 2011,
/// Statistica Sinica 21, 5-42). A term therefore stays where half its squared weight over the former variance is more
/// than its price.
/// </remarks>
internal sealed class WeakContest
{
    // Combinations of columns that hold more noise than signal agree with any target.
    private const double Resolved = 0.5;

    private const int Steps = 4;
    private const double Hopeless = 20;
    private const double Close = 10;
    private const int Finalists = 3;
    private const int Growths = 3;
    private const int MostWalks = 8;
    private const int LargestUnion = 18;

    private readonly Func<int[], WhitenedModel> start;
    private readonly Prices prices;
    private readonly int widths;
    private readonly Dictionary<string, WhitenedModel> models = [];
    private readonly HashSet<WhitenedModel> settled = [];
    private readonly Dictionary<WhitenedModel, (WhitenedModel Without, double Odds)> pruned = [];

    /// <summary>Prepares a contest.</summary>
    /// <param name="start">The model of a set of columns, before any step.</param>
    /// <param name="prices">What columns of the library and sets of them cost.</param>
    /// <param name="widths">How often the rows say the same.</param>
    public WeakContest(Func<int[], WhitenedModel> start, Prices prices, int widths) =>
        (this.start, this.prices, this.widths) = (start, prices, widths);

    /// <summary>The best model, then the others by their log odds against it; empty if none is sound.</summary>
    public IReadOnlyList<(WhitenedModel Model, double Score)> Run(IEnumerable<IReadOnlyList<int>> proposals)
    {
        int[][] supports = [.. proposals.Select(support => support.ToArray())];
        foreach (var support in supports.Concat(Eliminated(supports)))
        {
            Visit(support);
        }

        // Weights of the unwhitened rows tell which models are worth the steps.
        var best = models.Values.Max(model => Score(model, 1));
        foreach (var model in models.Values.Where(model => Score(model, 1) > best - Hopeless))
        {
            Settle(model);
        }

        best = models.Values.Max(model => Score(model, 1));
        var sound = models.Values.Where(model => Score(model, 1) > best - Close)
            .OrderByDescending(model => Score(model, 1)).Take(Finalists).ToArray();
        WhitenedModel[] finalists = [.. sound.Select(Walk).Distinct()];
        if (finalists.Length == 0)
        {
            return [];
        }

        var inflation = finalists.Average(Inflation);
        return Ranked(finalists.MaxBy(model => Score(model, inflation))!, inflation);
    }

    // The best of the sets that eliminating terms one by one leads through, from all of a small library, or from all
    // that are proposed.
    private IEnumerable<int[]> Eliminated(int[][] supports)
    {
        var columns = prices.Columns <= LargestUnion ? Enumerable.Range(0, prices.Columns)
            : supports.SelectMany(support => support).GroupBy(column => column)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key);
        int[] union = [.. columns.Take(LargestUnion).Order()];
        var model = start(union);
        model.Iterate(2);
        return model.IsRegular ? model.Eliminations()
            .Select(step => (step.Support, Score: -step.Loss - prices.Of(step.Support)))
            .OrderByDescending(step => step.Score).Take(Finalists).Select(step => step.Support) : [];
    }

    private (WhitenedModel Model, double Score)[] Ranked(WhitenedModel best, double inflation)
    {
        var score = Score(best, inflation);
        return
        [
            (best, 0),
            .. models.Values.Where(model => model != best).Select(
                model => (model, LogOdds(model, best, score, inflation)))
                .Where(other => double.IsFinite(other.Item2)).OrderByDescending(other => other.Item2),
        ];
    }

    // A model that a term was taken from has the odds of that term; no other is likelier than the chosen one.
    private double LogOdds(WhitenedModel model, WhitenedModel best, double score, double inflation) =>
        model == best ? 0
        : pruned.TryGetValue(model, out var step) ? step.Odds + LogOdds(step.Without, best, score, inflation)
        : Math.Min(Score(model, inflation) - score, 0);

    private double Score(WhitenedModel model, double inflation) => model.IsRegular && model.Reliability > Resolved
        ? (-0.5 / (widths * inflation) * model.ChiSquare) - prices.Of(model.Support)
        : double.NegativeInfinity;

    private static double Inflation(WhitenedModel model) => Math.Max(1, model.Inflation());

    private WhitenedModel Visit(IEnumerable<int> columns)
    {
        var support = prices.Closed(columns);
        var key = string.Join(',', support);
        if (!models.TryGetValue(key, out var model))
        {
            model = start(support);
            model.Iterate(1);
            models.Add(key, model);
        }

        return model;
    }

    private WhitenedModel Settle(WhitenedModel model)
    {
        if (settled.Add(model))
        {
            model.Iterate(Steps - 1);
        }

        return model;
    }

    // Takes terms out that are not worth their price, adds one that is, and so on while that is better.
    private WhitenedModel Walk(WhitenedModel model)
    {
        var here = Pruned(model);
        for (var walk = 0; walk < MostWalks; walk++)
        {
            if (Grown(here) is not { } grown)
            {
                return here;
            }

            var next = Pruned(grown);
            var inflation = Inflation(next);
            if (!(Score(next, inflation) > Score(here, inflation)))
            {
                return here;
            }

            here = next;
        }

        return here;
    }

    private WhitenedModel Pruned(WhitenedModel model)
    {
        while (model.IsRegular && prices.Removable(model.Support).Any())
        {
            var (least, worth) = prices.Removable(model.Support).Select(group => (group, Worth: Worth(model, group)))
                .MinBy(each => each.Worth);
            if (worth >= 0)
            {
                return model;
            }

            var without = Settle(Visit(model.Support.Except(least)));
            pruned[model] = (without, worth);
            model = without;
        }

        return model;
    }

    private WhitenedModel? Grown(WhitenedModel model)
    {
        // A gain counts a column's noise as signal, of which it may have as much: it may be worth twice its gain.
        var gains = model.Gains(prices.Columns);
        var promising = Enumerable.Range(0, gains.Length).Where(column => gains[column] > 0)
            .Select(column => (Column: column, Worth: (gains[column] / Resolved) - prices.Of(column, model.Support)))
            .Where(next => next.Worth > 0).OrderByDescending(next => next.Worth).Take(Growths)
            .Select(next => next.Column);
        var grown = promising.Select(column => (Column: column, Model: Settle(Visit([.. model.Support, column]))))
            .Where(next => double.IsFinite(Score(next.Model, 1)))
            .Select(next => (next.Model, Worth: Worth(next.Model, prices.GroupOf(next.Column))))
            .Where(next => next.Worth > 0).ToArray();
        return grown.Length == 0 ? null : grown.MaxBy(next => next.Worth).Model;
    }

    // Half the squared weight over its variance, wᵀΣ⁻¹w of a group, less the price: log odds of the model against the
    // one without.
    private double Worth(WhitenedModel model, int[] group)
    {
        var (k, m, all) = (model.Support.Length, group.Length, model.Covariance());
        int[] places = [.. group.Select(column => Array.IndexOf(model.Support, column))];
        double[] weights = [.. places.Select(place => model.Weights[place])];
        var covariance = new double[m * m];
        for (var at = 0; at < covariance.Length; at++)
        {
            var (i, j) = (at / m, at % m);
            covariance[at] = all[(places[i] * k) + places[j]];
            covariance[at] = i == j ? Math.Max(covariance[at], double.Epsilon) : covariance[at];
        }

        Cholesky.Of(covariance, m).Forward(weights);
        return (0.5 * weights.Sum(each => each * each)) - prices.Of(group, model.Support);
    }
}
