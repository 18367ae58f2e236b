namespace Sci.Cases;

/// <summary>What was found in the first draw, and how the draws fared.</summary>
/// <param name="Findings">An equation a field, of the first draw.</param>
/// <param name="Exact">Share of the fields with exactly the true terms, shape [draws]; empty where the truth is not
/// known.</param>
/// <param name="LargestRelative">Largest relative error of a true coefficient, shape [draws].</param>
internal sealed record AloneOutcome(
    IReadOnlyList<AloneFinding> Findings, IReadOnlyList<double> Exact, IReadOnlyList<double> LargestRelative);
