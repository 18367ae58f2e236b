namespace Sci.Discovery;

/// <summary>
/// A linear relation that the coefficients of an equation satisfy: their sum, each times a factor, has a value.
/// </summary>
/// <param name="Factors">The factor of each term's coefficient, by the term's text; terms that are not found count
/// zero.</param>
/// <param name="Value">What the sum is.</param>
public sealed record LinearConstraint(IReadOnlyDictionary<string, double> Factors, double Value);
