namespace Sci.Discovery;

/// <summary>Remembers every set of columns that was looked at, with its settled precisions and its score.</summary>
internal sealed class ModelSearch(EvidenceProblem problem, double minimumContribution)
{
    private readonly Dictionary<string, Entry> visited = [];
    private readonly Dictionary<string, string> settled = [];

    /// <summary>A visited set: its settled model, and its score, -∞ where a term contributes too little.</summary>
    public sealed record Entry(Marginal Model, int[] Support, double LogEvidence, double Score, bool Admissible)
    {
        public double Rank => Admissible ? Score : double.NegativeInfinity;
    }

    public IReadOnlyCollection<Entry> Visited => visited.Values;

    /// <summary>The admissible entries, best score first; ties in the order of their columns.</summary>
    public Entry[] Ranked() =>
        [.. visited.Values.Where(entry => entry.Admissible).OrderByDescending(entry => entry.Score).ThenBy(
            entry => Key(entry.Support), StringComparer.Ordinal)];

    public Entry Visit(IEnumerable<int> columns)
    {
        var support = problem.Prices.Closed(columns);
        var asked = Key(support);
        if (settled.TryGetValue(asked, out var known))
        {
            return visited[known];
        }

        var model = problem.Settled(support);
        int[] kept = [.. model.Support.Order()];
        var key = Key(kept);
        settled[asked] = key;
        settled.TryAdd(key, key);
        if (!visited.TryGetValue(key, out var entry))
        {
            var evidence = model.LogEvidence();
            entry = new Entry(model, kept, evidence, evidence - problem.Prices.Of(kept), IsAdmissible(model));
            visited[key] = entry;
        }

        return entry;
    }

    /// <summary>
    /// Visits ever smaller sets, dropping what is worth least beyond its price, down to the protected columns.
    /// </summary>
    public void Backward(IEnumerable<int> columns)
    {
        var entry = Visit(columns);
        while (entry.Support.Any(column => !problem.IsProtected(column)))
        {
            var weakest = problem.Prices.Removable(entry.Support).MinBy(group => Worth(entry, group))!;
            entry = Visit(entry.Support.Except(weakest));
        }
    }

    /// <summary>
    /// Visits the neighbours of the best models (one column less, more or exchanged) until the best stays best.
    /// </summary>
    public int Climb(int around, int candidates)
    {
        var explored = new HashSet<string>();
        for (var round = 1; ; round++)
        {
            var best = Ranked().Take(around).ToArray();
            foreach (var entry in best.Where(entry => explored.Add(Key(entry.Support))))
            {
                Neighbours(entry, candidates);
            }

            if (Ranked()[0] == best[0])
            {
                return round;
            }
        }
    }

    /// <summary>
    /// Visits the sets inside the best model and what would stand in best for each of its columns, and around what is
    /// best then, until that stays: columns that only together do better than others in their place.
    /// </summary>
    public int Exchange(int standIns, int around, int candidates)
    {
        // Elimination starts from no more columns than half the rows, as from all of a small library.
        var (rounds, most) = (0, (int)(problem.Design.Rows / 2));
        Entry best;
        do
        {
            best = Ranked()[0];
            var others = problem.Prices.Removable(best.Support).SelectMany(
                dropped => BestAdditions(Visit(best.Support.Except(dropped)), dropped, standIns));
            Backward([.. best.Support.Union(others).Take(Math.Max(best.Support.Length, most))]);
            rounds += Climb(around, candidates);
        }
        while (Ranked()[0] != best);

        return rounds;
    }

    // What a column, or all columns of a group, add to the log evidence beyond their price.
    private double Worth(Entry entry, int[] group) =>
        (group.Length == 1 ? ForwardSelection.Worth(entry.Model, entry.Model.Support.IndexOf(group[0]))
            : entry.LogEvidence - Visit(entry.Support.Except(group)).LogEvidence)
        - problem.Prices.Of(group, entry.Support);

    private void Neighbours(Entry entry, int candidates)
    {
        Additions(entry, [], candidates);
        foreach (var dropped in problem.Prices.Removable(entry.Support))
        {
            Additions(Visit(entry.Support.Except(dropped)), dropped, candidates);
        }
    }

    // Columns of a group may be worth nothing one by one, so groups are all tried.
    private void Additions(Entry entry, int[] except, int candidates)
    {
        foreach (var column in BestAdditions(entry, except, candidates))
        {
            Visit([.. entry.Support, column]);
        }

        foreach (var group in problem.Prices.Groups.Where(group => !entry.Support.Contains(group[0])))
        {
            Visit([.. entry.Support, .. group]);
        }
    }

    private int[] BestAdditions(Entry entry, int[] except, int candidates)
    {
        var model = entry.Model;
        model.RefreshFactors();
        return [.. Enumerable.Range(0, problem.Design.Columns)
            .Where(column => !except.Contains(column) && !model.Support.Contains(column) && !ForwardSelection.IsInSpan(
                problem, model, column))
            .Select(column => (column, gain: ForwardSelection.Gain(model.InS[column], model.InQ[column])))
            .Where(candidate => candidate.gain > 0)
            .OrderByDescending(candidate => candidate.gain - problem.Prices.Of(candidate.column, model.Support))
            .ThenBy(candidate => candidate.column)
            .Take(candidates)
            .Select(candidate => candidate.column)];
    }

    private bool IsAdmissible(Marginal model) => problem.Prices.Removable(model.Support).All(group => group.Any(
        column => !(Math.Abs(model.Mean[model.Support.IndexOf(column)]) < minimumContribution)));

    private static string Key(int[] support) => string.Join(',', support);
}
