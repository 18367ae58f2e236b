namespace Sci.Surrogates;

/// <summary>Equations that the outputs should satisfy at a point, and their derivatives.</summary>
public interface IResidual<T>
    where T : unmanaged
{
    /// <summary>Number of equations.</summary>
    int Equations { get; }

    /// <summary>Writes the residuals from the jets of the outputs.</summary>
    void Evaluate(in JetTile<T> tile);

    /// <summary>
    /// Adds, for the seeds s, Σ s ∂residual/∂channel to the adjoints of the channels and of the coefficients.
    /// </summary>
    void PullBack(in JetTile<T> tile);
}
