using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Runs of the solver, snapshot after snapshot, run after run.</summary>
/// <param name="Runs">To learn from, at the points of the network: rows [run, snapshot].</param>
/// <param name="Tests">To test with, at all points of the solver: rows [run, snapshot].</param>
internal sealed record SurrogateData(States Runs, States Tests)
{
    /// <summary>The pairs to learn from.</summary>
    public Samples Pairs(SurrogateSettings settings) =>
        Pairs(Runs, settings.Data.Snapshots, settings.Training.Type);

    /// <summary>Every so many points of each row.</summary>
    public static States Thinned(States rows, int every)
    {
        var thinned = new States(rows.Count, rows.Size / every);
        Thin(rows.Values, thinned.Values, every);
        return thinned;
    }

    /// <summary>Copies every so many points; rows of a multiple of them may follow one another.</summary>
    public static void Thin(ReadOnlySpan<double> all, Span<double> thinned, int every)
    {
        for (var i = 0; i < thinned.Length; i++)
        {
            thinned[i] = all[i * every];
        }
    }

    /// <summary>Snapshots and those that follow them in the same run.</summary>
    public static Samples Pairs(States rows, int snapshots, ScalarType type)
    {
        int[] first = [.. Enumerable.Range(0, rows.Count).Where(row => row % (snapshots + 1) < snapshots)];
        return new Samples(
            Samples.Fields(rows, first, [rows.Size], type),
            Samples.Fields(rows, [.. first.Select(row => row + 1)], [rows.Size], type));
    }

    /// <summary>The rows of the given numbers.</summary>
    public static States Rows(States rows, IReadOnlyList<int> numbers)
    {
        var taken = new States(numbers.Count, rows.Size);
        for (var i = 0; i < numbers.Count; i++)
        {
            rows[numbers[i]].CopyTo(taken[i]);
        }

        return taken;
    }
}
