namespace Sci.Discovery;

/// <summary>
/// Pairs, then windows of <paramref name="Factor"/> times as many intervals each time: a chaotic stretch is entered
/// from close by.
/// </summary>
/// <param name="Factor">At least 2; a length that would be nearly the whole is passed over.</param>
public sealed record Growing(int Factor) : IWindowGrowth
{
    /// <inheritdoc/>
    public IEnumerable<int> Before(int whole)
    {
        for (var intervals = 1; 2 * intervals < whole - 1; intervals *= Factor)
        {
            yield return intervals + 1;
        }
    }
}
