using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>The standardised evidence rule: each term must be worth ½ ln n + ln M of log evidence.</summary>
/// <remarks>
/// For consistent columns the fractions are of the model's rate of change, where that is larger than the target.
/// </remarks>
public sealed record EvidenceRegressionSettings : RegressionSettings
{
    /// <summary>
    /// Smallest noise that is believed, as a fraction of the target's root mean square: the discretisation error.
    /// </summary>
    [Positive]
    public required double Floor { get; init; }

    /// <summary>
    /// Terms that contribute less than this fraction of the target's root mean square are not believed.
    /// </summary>
    [NonNegative]
    public required double MinimumContribution { get; init; }

    internal override ISparseRegression Regression(double scale) =>
        new SupersetBackward(
            new EstimatedVariance(Floor * scale), new InformationPenalty(), MinimumContribution * scale, []);
}
