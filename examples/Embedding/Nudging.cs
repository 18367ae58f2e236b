using Sci.Assimilation;
using Sci.Numerics;

/// <summary>Draws every observed member a share of the way to the observations.</summary>
internal sealed record Nudging(double Gain) : IAnalysis
{
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        for (var m = 0; m < ensemble.Count; m++)
        {
            for (var i = 0; i < y.Length; i++)
            {
                ensemble[m][i] += Gain * (y[i] - ensemble[m][i]);
            }
        }
    }
}
