using Sci.Solvers;

namespace Sci.Cases;

/// <summary>How far a model's coefficients are from the truth's, over every term that either has.</summary>
/// <remarks>
/// Normalised coefficient distance ε = ‖c_s - c‖/‖c_s‖, Mojgani, Chattopadhyay and Hassanzadeh (2022), equation 16.
/// </remarks>
internal static class ModelError
{
    /// <summary>ε of an equation.</summary>
    public static double Distance(Equation truth, Equation model)
    {
        var terms = truth.Terms.Concat(model.Terms).Select(t => t.Term).Distinct();
        var squares = terms.Sum(term => Math.Pow(truth.Coefficient(term) - model.Coefficient(term), 2));
        return Math.Sqrt(squares / truth.Terms.Sum(t => t.Coefficient * t.Coefficient));
    }

    /// <summary>Truth minus model: the terms that discovery should find.</summary>
    public static IReadOnlyList<WeightedTerm> Missing(Equation truth, Equation model) =>
        [.. truth.Terms.Concat(model.Terms).Select(t => t.Term).Distinct()
            .Select(term => new WeightedTerm(truth.Coefficient(term) - model.Coefficient(term), term))
            .Where(t => t.Coefficient != 0)];

    /// <summary>Whether exactly the missing terms were found.</summary>
    public static bool IsExact(IReadOnlyList<WeightedTerm> missing, IReadOnlyList<WeightedTerm> found) =>
        missing.Select(t => t.Term).ToHashSet().SetEquals(found.Select(t => t.Term));

    /// <summary>Largest relative error of a coefficient over the missing terms; 0 if none is missing.</summary>
    public static double LargestRelative(IReadOnlyList<WeightedTerm> missing, IReadOnlyList<WeightedTerm> found) =>
        missing
        .Select(
            t => Math.Abs(
                ((found.FirstOrDefault(f => f.Term == t.Term)?.Coefficient ?? 0) - t.Coefficient) / t.Coefficient))
        .DefaultIfEmpty(0).Max();
}
