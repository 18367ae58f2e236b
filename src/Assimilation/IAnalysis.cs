using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Turns a forecast ensemble into an analysis ensemble.</summary>
public interface IAnalysis
{
    /// <summary>Updates <paramref name="ensemble"/> in place, from the forecast to the analysis.</summary>
    /// <param name="ensemble">Members in rows, shape [members, state size].</param>
    /// <param name="observations">What is observed and how well.</param>
    /// <param name="y">The observed values, shape [observations.Count].</param>
    /// <param name="random">Drawn from by the filters that need it; the same source gives the same bytes.</param>
    void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random);
}
