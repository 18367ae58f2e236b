using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>The standardised evidence rule: each term must be worth ½ ln n + ln M of log evidence.</summary>
public sealed record EvidenceRegressionSettings : RegressionSettings
{
    /// <summary>Smallest noise that is believed, as a fraction of the target's root mean square: the discretisation error.</summary>
    [Positive]
    public required double Floor { get; init; }

    /// <summary>Terms that contribute less than this fraction of the target's root mean square are not believed.</summary>
    [NonNegative]
    public required double MinimumContribution { get; init; }

    internal override ISparseRegression Regression() =>
        new SupersetBackward(new EstimatedVariance(Floor), new InformationPenalty(), MinimumContribution, []);
}
