namespace Sci.Discovery;

/// <summary>How the precision of a weight follows from its posterior.</summary>
public interface IPrecisionUpdate
{
    /// <summary>The next precision.</summary>
    /// <param name="precision">The precision α that the posterior was computed with.</param>
    /// <param name="mean">Posterior mean μ of the weight.</param>
    /// <param name="variance">Posterior variance Σ of the weight.</param>
    double Next(double precision, double mean, double variance);
}
