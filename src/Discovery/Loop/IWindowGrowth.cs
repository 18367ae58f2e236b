namespace Sci.Discovery;

/// <summary>How windows grow to their full length.</summary>
public interface IWindowGrowth
{
    /// <summary>Numbers of snapshots that windows of <paramref name="whole"/> snapshots are cut to first.</summary>
    IEnumerable<int> Before(int whole);
}
