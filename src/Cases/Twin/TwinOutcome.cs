namespace Sci.Cases;

/// <summary>What one run showed, burn-in left out.</summary>
internal sealed record TwinOutcome
{
    /// <summary>Root mean square error of each forecast's mean, shape [analyses]; so are the next ones.</summary>
    public required double[] ForecastErrors { get; init; }

    public required double[] AnalysisErrors { get; init; }

    /// <summary>Root mean variance of the members, zero for one state.</summary>
    public required double[] ForecastSpreads { get; init; }

    public required double[] AnalysisSpreads { get; init; }

    /// <summary>Continuous ranked probability score.</summary>
    public required double[] ForecastScores { get; init; }

    public required double[] AnalysisScores { get; init; }

    /// <summary>Errors of the smoothed means, each against the truth of its time; empty for a filter.</summary>
    public required double[] SmoothedErrors { get; init; }

    /// <summary>How often the truth has each rank among the members of the analysis, shape [members + 1].</summary>
    public required long[] Ranks { get; init; }

    /// <summary>How often 0, 1, … members are nearer to another one than the truth, shape [members].</summary>
    public required long[] Nearer { get; init; }

    /// <summary>Mean and deviation of the reduced centred random variable of the analysis.</summary>
    public required (double Mean, double Deviation) Reduced { get; init; }

    /// <summary>
    /// χ² of the innovations over their number, and the two variances of Desroziers over the assumed ones.
    /// </summary>
    public required (double ChiSquare, double Observation, double Forecast) Innovations { get; init; }

    /// <summary>
    /// The model's parameter as the members have it at the last time; not a number where none is estimated.
    /// </summary>
    public (double Mean, double Deviation) Parameter { get; init; } = (double.NaN, double.NaN);

    /// <summary>Looks at single members on the way.</summary>
    public MemberLooks Looks { get; init; } = MemberLooks.None;

    /// <summary>Truth, mean and deviation of the members at the last time, shape [state size] each.</summary>
    public required (double[] Truth, double[] Mean, double[] Deviation) Last { get; init; }

    /// <summary>Whether there are members, and so a spread.</summary>
    public bool IsEnsemble => Nearer.Length > 1;
}
