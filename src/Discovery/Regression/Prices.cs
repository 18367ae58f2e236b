namespace Sci.Discovery;

/// <summary>
/// What a penalty asks for the columns of a design and for sets of them, worked out once; and which columns come and go
/// together.
/// </summary>
internal sealed class Prices
{
    private readonly double[] columns;
    private readonly double[] sizes;
    private readonly bool[] isKept;
    private readonly int[][] groups;

    /// <summary>Asks the penalty.</summary>
    /// <param name="design">The columns.</param>
    /// <param name="penalty">The prices.</param>
    /// <param name="kept">Names of columns that are in every model: they do not count as chosen.</param>
    /// <param name="must">What each of those costs.</param>
    /// <param name="groups">Names of columns that are in a model together or not at all: a group counts as one.</param>
    public Prices(
        CompressedDesign design, IPenalty penalty, IReadOnlyList<string> kept, double must,
        IReadOnlyList<IReadOnlyList<string>> groups)
    {
        isKept = new bool[design.Columns];
        foreach (var name in kept)
        {
            isKept[design.IndexOf(name)] = true;
        }

        this.groups = Of(design, groups);
        columns = [.. Enumerable.Range(0, design.Columns).Select(j => isKept[j] ? must : penalty.Of(design, j))];
        sizes = new double[Enumerable.Range(0, design.Columns).Count(j => !isKept[j] && this.groups[j][0] == j) + 1];
        for (var chosen = 0; chosen < sizes.Length - 1; chosen++)
        {
            sizes[chosen + 1] = sizes[chosen] + penalty.OfNext(sizes.Length - 1, chosen);
        }
    }

    /// <summary>Number of columns.</summary>
    public int Columns => columns.Length;

    /// <summary>Columns that are in every model.</summary>
    public IEnumerable<int> Kept => Enumerable.Range(0, isKept.Length).Where(IsKept);

    /// <summary>Groups of several columns.</summary>
    public IEnumerable<int[]> Groups => groups.Where((group, column) => group.Length > 1 && group[0] == column);

    /// <summary>Whether a column is in every model.</summary>
    public bool IsKept(int column) => isKept[column];

    /// <summary>The columns that come and go with this one, ascending, itself among them.</summary>
    public int[] GroupOf(int column) => groups[column];

    /// <summary>What may leave a model that holds groups as wholes: its single columns and its groups.</summary>
    public IEnumerable<int[]> Removable(IReadOnlyList<int> model) =>
        model.Where(column => !isKept[column] && groups[column][0] == column).Select(GroupOf);

    /// <summary>The columns and all that come with them, ascending.</summary>
    public int[] Closed(IEnumerable<int> model) => [.. model.SelectMany(GroupOf).Distinct().Order()];

    /// <summary>The price of a set of columns.</summary>
    public double Of(IReadOnlyList<int> model) => model.Sum(column => columns[column]) + sizes[Chosen(model, [])];

    /// <summary>What a column costs a model that holds it, or would cost one that does not.</summary>
    public double Of(int column, IReadOnlyList<int> model) => columns[column] + Step(groups[column], model);

    /// <summary>What a group costs a model that holds it, or would cost one that does not.</summary>
    public double Of(int[] group, IReadOnlyList<int> model) =>
        group.Sum(column => columns[column]) + Step(group, model);

    private double Step(int[] group, IReadOnlyList<int> model)
    {
        if (isKept[group[0]])
        {
            return 0;
        }

        var others = Chosen(model, group);
        return sizes[others + 1] - sizes[others];
    }

    // How many single columns and groups a model chose; a group that it holds a part of counts.
    private int Chosen(IReadOnlyList<int> model, int[] except)
    {
        var chosen = 0;
        for (var place = 0; place < model.Count; place++)
        {
            var (column, group) = (model[place], groups[model[place]]);
            var isFirst = group.Length == 1 || column == group.First(model.Contains);
            chosen += isFirst && !isKept[column] && !except.Contains(column) ? 1 : 0;
        }

        return chosen;
    }

    private int[][] Of(CompressedDesign design, IReadOnlyList<IReadOnlyList<string>> named)
    {
        int[][] result = [.. Enumerable.Range(0, design.Columns).Select(column => (int[])[column])];
        foreach (var names in named)
        {
            int[] group = [.. names.Select(design.IndexOf).Distinct().Order()];
            foreach (var column in group)
            {
                if (result[column].Length > 1 || isKept[column])
                {
                    throw new ArgumentException(
                        $"The column {design.Names[column]} is in two groups, or in one and in every model.",
                        nameof(named));
                }

                result[column] = group;
            }
        }

        return result;
    }
}
