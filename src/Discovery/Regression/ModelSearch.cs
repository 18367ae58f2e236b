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
        int[] support = [.. columns.Order()];
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
            var model = entry.Model;
            var places = Enumerable.Range(0, model.Support.Count).Where(
                place => !problem.IsProtected(model.Support[place]));
            var weakest = places.MinBy(
                place => ForwardSelection.Worth(model, place)
                    - problem.Prices.Of(model.Support[place], model.Support));
            entry = Visit(entry.Support.Where(column => column != model.Support[weakest]));
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

    private void Neighbours(Entry entry, int candidates)
    {
        foreach (var column in BestAdditions(entry, -1, candidates))
        {
            Visit([.. entry.Support, column]);
        }

        foreach (var dropped in entry.Support.Where(column => !problem.IsProtected(column)))
        {
            int[] rest = [.. entry.Support.Where(column => column != dropped)];
            var without = Visit(rest);
            foreach (var column in BestAdditions(without, dropped, candidates))
            {
                Visit([.. without.Support, column]);
            }
        }
    }

    private int[] BestAdditions(Entry entry, int except, int candidates)
    {
        var model = entry.Model;
        model.RefreshFactors();
        return [.. Enumerable.Range(0, problem.Design.Columns)
            .Where(column => column != except && !model.Support.Contains(column) && !ForwardSelection.IsInSpan(
                problem, model, column))
            .Select(column => (column, gain: ForwardSelection.Gain(model.InS[column], model.InQ[column])))
            .Where(candidate => candidate.gain > 0)
            .OrderByDescending(candidate => candidate.gain - problem.Prices.Of(candidate.column, model.Support))
            .ThenBy(candidate => candidate.column)
            .Take(candidates)
            .Select(candidate => candidate.column)];
    }

    private bool IsAdmissible(Marginal model)
    {
        for (var place = 0; place < model.Support.Count; place++)
        {
            if (Math.Abs(model.Mean[place]) < minimumContribution && !problem.IsProtected(model.Support[place]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Key(int[] support) => string.Join(',', support);
}
