namespace Sci.Discovery;

/// <summary>The rows of ∂ₜu = Φw for given data, and what the data say about a fit of them.</summary>
public interface IDataSystem
{
    /// <summary>The rows compressed, counted as many as are independent.</summary>
    CompressedDesign Compressed();

    /// <summary>
    /// The fit after a closer look at the noise: perhaps another of its models, and its weights without bias.
    /// </summary>
    /// <param name="selection">The regression.</param>
    /// <param name="fit">What it made of <see cref="Compressed"/>.</param>
    /// <param name="known">Columns whose weights are given, and those weights.</param>
    SparseFit Refined(ISparseRegression selection, SparseFit fit, IReadOnlyList<(int Column, double Weight)> known);

    /// <summary>What is left of the rate of change, one map a trajectory.</summary>
    /// <param name="weights">A weight for every column.</param>
    IReadOnlyList<ResidualMap> Residuals(IReadOnlyList<double> weights);

    /// <summary>Mean square of the residual over what noise and discretisation explain; near 1 for the truth.</summary>
    /// <param name="weights">A weight for every column.</param>
    /// <returns>The ratio and the deviation that chance gives it for the truth.</returns>
    (double Ratio, double Deviation) Misfit(IReadOnlyList<double> weights);
}
