using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>
/// The relevance vector machine of the MEDIDA programs: columns in their own units, a threshold on precisions.
/// </summary>
public sealed record AuthorsRegressionSettings : RegressionSettings
{
    /// <summary>Terms whose precision reaches this are removed.</summary>
    [Positive]
    public required double PruneAt { get; init; }

    /// <summary>Largest change of a precision at which the iteration stops.</summary>
    [Positive]
    public required double Tolerance { get; init; }

    internal override ISparseRegression Regression(double scale) =>
        RelevanceVectorMachine.Medida with { PruneAt = PruneAt, Tolerance = Tolerance };
}
