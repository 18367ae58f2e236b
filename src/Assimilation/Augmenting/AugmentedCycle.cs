using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>A cycle of states with something estimated behind them, which shows the states alone.</summary>
/// <param name="inner">Carries the longer states, such as those of a <see cref="ParameterModel"/>.</param>
/// <param name="size">Values of a state without what follows it.</param>
public sealed class AugmentedCycle(ICycle inner, int size) : ICycle
{
    /// <inheritdoc/>
    public States Ensemble { get; } = Beginning(inner.Ensemble, size);

    /// <summary>What follows the states, newest analysis, members in rows.</summary>
    public States Behind
    {
        get
        {
            var whole = inner.Ensemble;
            var behind = new States(whole.Count, whole.Size - size);
            for (var m = 0; m < whole.Count; m++)
            {
                whole[m][size..].CopyTo(behind[m]);
            }

            return behind;
        }
    }

    /// <inheritdoc/>
    public int Lag => inner.Lag;

    /// <inheritdoc/>
    public States? Smoothed => inner.Smoothed is { } smoothed ? Beginning(smoothed, size) : null;

    /// <inheritdoc/>
    public void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var seen = observations with
        {
            Operator = new ObservedBeginning(observations.Operator, inner.Ensemble.Size),
        };
        inner.Next(seen, y, random, forecast is null ? null : whole => forecast(Beginning(whole, size)));
        Beginning(inner.Ensemble, size).Values.CopyTo(Ensemble.Values);
    }

    private static States Beginning(States whole, int size)
    {
        var beginning = new States(whole.Count, size);
        for (var m = 0; m < whole.Count; m++)
        {
            whole[m][..size].CopyTo(beginning[m]);
        }

        return beginning;
    }
}
