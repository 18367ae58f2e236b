namespace Sci.Cases.Figures;

/// <summary>A model on the path from no term to all.</summary>
/// <param name="Terms">Number of its terms.</param>
/// <param name="LogEvidence">Logarithm of its marginal likelihood.</param>
/// <param name="Residual">Norm of what it leaves over that of the data.</param>
public sealed record EvidenceStep(int Terms, double LogEvidence, double Residual);
