using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Runs of the solver, snapshot after snapshot, run after run.</summary>
/// <param name="Runs">To learn from, at the points of the network: rows [run, snapshot].</param>
/// <param name="Tests">To test with, at all points of the solver: rows [run, snapshot].</param>
internal sealed record FlowData(States Runs, States Tests)
{
    /// <summary>The pairs to learn from.</summary>
    public Samples Pairs(PlaneFlowSettings settings) => Pairs(Runs, settings.Data.Snapshots, 0, settings.Training.Type);

    /// <summary>The pairs of the snapshots that are to be predicted, at the points of the network.</summary>
    public Samples Held(PlaneFlowSettings settings) => Pairs(
        Thinned(Tests, settings.Data.Points, settings.Data.EveryPoint), settings.Data.TestSnapshots,
        settings.Data.Given, settings.Training.Type);

    /// <summary>Fields [rows, points, points, 1].</summary>
    public static Tensor Fields(States rows, ScalarType type) =>
        Fields(rows, [.. Enumerable.Range(0, rows.Count)], type);

    /// <summary>Every so many points of each side.</summary>
    public static States Thinned(States rows, int points, int every)
    {
        var thinned = new States(rows.Count, rows.Size / (every * every));
        for (var row = 0; row < rows.Count; row++)
        {
            Thin(rows[row], thinned[row], points, every);
        }

        return thinned;
    }

    /// <summary>Copies every so many points of each side of one field.</summary>
    public static void Thin(ReadOnlySpan<double> all, Span<double> thinned, int points, int every)
    {
        for (var at = 0; at < thinned.Length; at++)
        {
            var (y, x) = Math.DivRem(at, points / every);
            thinned[at] = all[every * ((y * points) + x)];
        }
    }

    private static Samples Pairs(States rows, int snapshots, int from, ScalarType type)
    {
        int[] first = [.. Enumerable.Range(0, rows.Count).Where(
            row => row % (snapshots + 1) >= from && row % (snapshots + 1) < snapshots)];
        return new Samples(
            Fields(rows, first, type), Fields(rows, [.. first.Select(row => row + 1)], type));
    }

    private static Tensor Fields(States rows, IReadOnlyList<int> chosen, ScalarType type)
    {
        var points = (long)Math.Round(Math.Sqrt(rows.Size));
        return Samples.Fields(rows, chosen, [points, points], type);
    }
}
