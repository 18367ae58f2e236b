namespace Sci.Cases.Figures;

/// <summary>A term with its coefficient.</summary>
/// <param name="Term">The term as in a case: <c>u*u_x</c>.</param>
/// <param name="Value">Coefficient that was found.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="Truth">Coefficient that is right, where it is known.</param>
public sealed record Coefficient(string Term, double Value, double Deviation, double? Truth);
