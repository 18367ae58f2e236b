using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases.Data;

/// <summary>The observations of a file, in the order of time.</summary>
/// <param name="Snapshots">What was seen, a time each; window after window where the file has windows.</param>
/// <param name="PerWindow">Snapshots of a window.</param>
/// <param name="Shares">Whether a window begins with the last snapshot of the one before.</param>
/// <param name="Contents">Text that changes with the file.</param>
/// <param name="Missing">Number of values that are missing.</param>
internal sealed record GivenObservations(
    IReadOnlyList<GivenSnapshot> Snapshots, int PerWindow, bool Shares, string Contents, int Missing)
{
    /// <summary>The windows, times from the first snapshot of the first.</summary>
    public ObservationPlan Plan => new(
        Windows,
        Windows > 1 ? Snapshots[Stride].Time - Snapshots[0].Time : Interval(PerWindow - 1),
        [.. Enumerable.Range(0, PerWindow).Select(Interval)],
        double.NaN,
        false,
        1)
    {
        Given = this,
    };

    private int Stride => Shares ? PerWindow - 1 : PerWindow;

    private int Windows => Shares ? (Snapshots.Count - 1) / Stride : Snapshots.Count / PerWindow;

    /// <summary>
    /// Every how many points of the grid are seen, where they are the same at all times and equally spaced from its
    /// first point; else null.
    /// </summary>
    public int? EveryPoint(Grid grid)
    {
        var count = Snapshots[0].Positions.Length;
        if (count == 0 || grid.Points % count != 0)
        {
            return null;
        }

        var (axis, every) = (grid.Axes[0], grid.Points / count);
        var near = 1e-6 * axis.Spacing;
        return Snapshots.All(snapshot => snapshot.Positions.Length == count && snapshot.Positions.Index().All(
            at => Math.Abs(at.Item - axis.Origin - (at.Index * every * axis.Spacing)) <= near)) ? every : null;
    }

    /// <summary>The number of a window whose times are not those of the first, or null.</summary>
    public int? Irregular(double near)
    {
        for (var window = 0; window < Windows; window++)
        {
            for (var i = 0; i < PerWindow; i++)
            {
                var first = window * Stride;
                if (Math.Abs(Snapshots[first + i].Time - Snapshots[first].Time - Interval(i)) > near)
                {
                    return window;
                }
            }
        }

        return null;
    }

    /// <summary>Snapshots of the windows one after another, shape [windows · snapshots, observed points].</summary>
    public States Rows()
    {
        var rows = new States(Windows * PerWindow, Snapshots[0].Values.Length);
        for (var row = 0; row < rows.Count; row++)
        {
            Snapshot(row).Values.CopyTo(rows[row]);
        }

        return rows;
    }

    /// <summary>Times of <see cref="Rows"/>.</summary>
    public double[] RowTimes() => [.. Enumerable.Range(0, Windows * PerWindow).Select(row => Snapshot(row).Time)];

    private GivenSnapshot Snapshot(int row) => Snapshots[((row / PerWindow) * Stride) + (row % PerWindow)];

    private double Interval(int snapshot) => Snapshots[snapshot].Time - Snapshots[0].Time;
}
