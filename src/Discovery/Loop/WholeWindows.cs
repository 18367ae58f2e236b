namespace Sci.Discovery;

/// <summary>Windows of their full length from the first pass on.</summary>
public sealed record WholeWindows : IWindowGrowth
{
    /// <inheritdoc/>
    public IEnumerable<int> Before(int whole) => [];
}
