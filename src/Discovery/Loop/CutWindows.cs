using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Windows of a given number of snapshots, the leftovers of an uneven division left out.</summary>
internal sealed class CutWindows
{
    public CutWindows(IReadOnlyList<Window> windows, SignalEstimate signal, IStartKnowledge starts, int snapshots)
    {
        var parts =
            windows.SelectMany((window, i) => window.Split(snapshots).Select((part, j) => (Part: part, Noise: (double[])
            [.. signal.NoiseVariances[i].Skip(j * (snapshots - 1)).Take(snapshots)])))
            .Where(cut => cut.Part.Times.Count == snapshots).ToArray();
        Snapshots = snapshots;
        Times = parts[0].Part.Times;
        Noise = [.. parts.Select(cut => (double[])[starts.Variance(cut.Noise[0]), .. cut.Noise[1..]])];
        Observed = [.. parts.Select(cut => signal.Band.Observe(cut.Part.Observed))];
    }

    /// <summary>Snapshots of a window.</summary>
    public int Snapshots { get; }

    /// <summary>Number of windows.</summary>
    public int Count => Observed.Length;

    /// <summary>Times of the first window's snapshots.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>
    /// Variance in a coordinate of each snapshot, for each window: that of the start, then of the noise.
    /// </summary>
    public double[][] Noise { get; }

    /// <summary>Coordinates of the snapshots, for each window of shape [snapshots, dimension].</summary>
    public States[] Observed { get; }

    /// <summary>Coordinates of the first snapshots, shape [windows, dimension].</summary>
    public States Firsts()
    {
        var starts = new States(Count, Observed[0].Size);
        for (var i = 0; i < Count; i++)
        {
            Observed[i][0].CopyTo(starts[i]);
        }

        return starts;
    }
}
