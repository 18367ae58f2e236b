using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>What selects the terms.</summary>
[Variant("authors", typeof(AuthorsRegressionSettings))]
[Variant("evidence", typeof(EvidenceRegressionSettings))]
public abstract record RegressionSettings
{
    internal abstract ISparseRegression Regression();
}
