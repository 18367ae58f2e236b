using System.Collections.Concurrent;

namespace Sci.Solvers;

/// <summary>
/// Stops a run that does not keep what its equation keeps: energy, enstrophy, potential vorticity, mass.
/// </summary>
/// <remarks>The first look sets the values; a run that goes on from where it was saved begins anew.</remarks>
/// <param name="quantities">What is kept.</param>
/// <param name="tolerance">
/// Largest change since the first look; relative to the first value, or absolute where that is below the tolerance.
/// </param>
public sealed class DriftWatch(Quantities quantities, double tolerance) : IWatch
{
    private readonly ConcurrentDictionary<int, double[]> first = new();

    /// <inheritdoc/>
    public void Look(int member, double time, ReadOnlySpan<double> state)
    {
        var now = quantities.Of(state);
        var before = first.GetOrAdd(member, now);
        for (var i = 0; i < now.Length; i++)
        {
            var size = Math.Abs(before[i]) > tolerance ? Math.Abs(before[i]) : 1;
            var drift = Math.Abs(now[i] - before[i]) / size;
            if (!(drift <= tolerance))
            {
                var change = FormattableString.Invariant($"{drift:g3} of {before[i]:g3}, more than {tolerance:g3}");
                throw new BlowUpException(
                    member, time, $"has changed its {quantities.Names[i]} by {change}",
                    "halve the time step, or keep products free of aliases (dealiasing 3/2)");
            }
        }
    }
}
