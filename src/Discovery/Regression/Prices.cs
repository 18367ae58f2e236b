namespace Sci.Discovery;

/// <summary>What a penalty asks for the columns of a design and for sets of them, worked out once.</summary>
internal sealed class Prices
{
    private readonly double[] columns;
    private readonly double[] sizes;
    private readonly bool[] isKept;

    /// <summary>Asks the penalty.</summary>
    /// <param name="design">The columns.</param>
    /// <param name="penalty">The prices.</param>
    /// <param name="kept">Names of columns that are in every model: they do not count as chosen.</param>
    /// <param name="must">What each of those costs.</param>
    public Prices(CompressedDesign design, IPenalty penalty, IReadOnlyList<string> kept, double must)
    {
        isKept = new bool[design.Columns];
        foreach (var name in kept)
        {
            isKept[design.IndexOf(name)] = true;
        }

        columns = [.. Enumerable.Range(0, design.Columns).Select(j => isKept[j] ? must : penalty.Of(design, j))];
        sizes = new double[isKept.Count(each => !each) + 1];
        for (var chosen = 0; chosen < sizes.Length - 1; chosen++)
        {
            sizes[chosen + 1] = sizes[chosen] + penalty.OfNext(sizes.Length - 1, chosen);
        }
    }

    /// <summary>Number of columns.</summary>
    public int Columns => columns.Length;

    /// <summary>Columns that are in every model.</summary>
    public IEnumerable<int> Kept => Enumerable.Range(0, isKept.Length).Where(IsKept);

    /// <summary>Whether a column is in every model.</summary>
    public bool IsKept(int column) => isKept[column];

    /// <summary>The price of a set of columns.</summary>
    public double Of(IReadOnlyList<int> model) => model.Sum(column => columns[column]) + sizes[Chosen(model, -1)];

    /// <summary>What a column costs a model that holds it, or would cost one that does not.</summary>
    public double Of(int column, IReadOnlyList<int> model)
    {
        if (isKept[column])
        {
            return columns[column];
        }

        var others = Chosen(model, column);
        return columns[column] + (sizes[others + 1] - sizes[others]);
    }

    private int Chosen(IReadOnlyList<int> model, int except)
    {
        var chosen = 0;
        for (var place = 0; place < model.Count; place++)
        {
            chosen += isKept[model[place]] || model[place] == except ? 0 : 1;
        }

        return chosen;
    }
}
