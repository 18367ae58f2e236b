namespace Sci.Discovery;

/// <summary>Which Fourier modes of the snapshots are fitted.</summary>
public interface IFittedBand
{
    /// <summary>The highest mode.</summary>
    /// <param name="trusted">Highest mode in which the signal exceeds the noise.</param>
    /// <param name="seen">Highest mode that the snapshots resolve.</param>
    int Highest(int trusted, int seen);
}
