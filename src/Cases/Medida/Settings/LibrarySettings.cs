using Sci.Cases.Settings;
using Sci.Discovery;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The candidate terms.</summary>
public sealed record LibrarySettings
{
    /// <summary>Powers 0 … this of u multiply the derivatives.</summary>
    [Between(0, 8)]
    public int? MaximumPower { get; init; }

    /// <summary>Derivatives of order 0 … this.</summary>
    [Between(0, 8)]
    public int? MaximumDerivative { get; init; }

    /// <summary>Terms that are candidates too, or the only ones if the powers and derivatives are left out.</summary>
    public IReadOnlyList<string> AlsoTerms { get; init; } = [];

    /// <summary>The candidates, in derivative-major order, the constant left out.</summary>
    /// <exception cref="FormatException">A term cannot be read, or there is none.</exception>
    public IReadOnlyList<Term> Terms()
    {
        var products = MaximumPower is { } power && MaximumDerivative is { } order
            ? TermLibrary.Products("u", power, order).Without(Term.Parse("1")).Terms
            : [];
        Term[] terms = [.. products.Concat(AlsoTerms.Select(Term.Parse)).Distinct()];
        return terms.Length > 0
            ? terms
            : throw new FormatException(
                "the library has no terms; give maximum_power and maximum_derivative, or also_terms");
    }
}
