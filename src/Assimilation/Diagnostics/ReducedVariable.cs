using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The reduced centred random variable, truth minus ensemble mean over the deviation of the members.</summary>
/// <remarks>
/// Candille et al. (2007), doi:10.1175/MWR3401.1, for a truth without error: the mean of a reliable ensemble is 0 and
/// its deviation 1 (√(1 + 1/N) with N members); above, the members spread too little.
/// </remarks>
public sealed class ReducedVariable : IDiagnostic
{
    private long count;
    private double sum;
    private double squares;

    /// <summary>Bias in units of the spread.</summary>
    public double Mean => sum / count;

    /// <summary>Dispersion.</summary>
    public double Deviation => Math.Sqrt((squares / count) - (Mean * Mean));

    /// <inheritdoc/>
    public void Add(States ensemble, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var mean = new double[ensemble.Size];
        Moments.Mean(ensemble.Values, ensemble.Size, mean);
        var variances = Spread.Variances(ensemble);
        for (var i = 0; i < mean.Length; i++)
        {
            var reduced = (truth[i] - mean[i]) / Math.Sqrt(variances[i]);
            sum += reduced;
            squares += reduced * reduced;
        }

        count += mean.Length;
    }
}
