using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>What selects the terms.</summary>
[Variant("authors", typeof(AuthorsRegressionSettings))]
[Variant("evidence", typeof(EvidenceRegressionSettings))]
public abstract record RegressionSettings
{
    /// <summary>The selection.</summary>
    /// <param name="scale">What a relative noise floor refers to, over the target's root mean square; 1 for the target
    /// itself.</param>
    internal abstract ISparseRegression Regression(double scale);
}
