namespace Sci.Discovery;

/// <summary>Chooses columns of Φ and their weights so that Φw comes close to t.</summary>
public interface ISparseRegression
{
    /// <summary>
    /// Fits a compressed design. A fit that did not settle is a result too: see <see cref="SparseFit.Converged"/>.
    /// </summary>
    SparseFit Fit(CompressedDesign design);
}
