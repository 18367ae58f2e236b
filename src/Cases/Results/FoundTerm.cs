namespace Sci.Cases;

/// <summary>One discovered term.</summary>
/// <param name="Term">Its text: <c>u_xxxx</c>.</param>
/// <param name="Coefficient">Posterior mean, in model units.</param>
/// <param name="Deviation">Posterior standard deviation.</param>
public sealed record FoundTerm(string Term, double Coefficient, double Deviation);
