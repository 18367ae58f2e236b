using Sci.Cases.Settings;
using Sci.Discovery;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The candidate terms.</summary>
public sealed record CandidateSettings
{
    /// <summary>Products of up to so many fields multiply, or stand under, the derivatives.</summary>
    [Between(1, 8)]
    public int? MaximumPower { get; init; }

    /// <summary>Derivatives of order 0 … this, over both axes together in a box; 0 for time series.</summary>
    [Between(0, 8)]
    public int? MaximumDerivative { get; init; }

    /// <summary>
    /// Whether derivatives are of products, <c>(u^2)_x</c>, and not products of derivatives, <c>u*u_x</c>; one field
    /// only.
    /// </summary>
    public bool Conservative { get; init; }

    /// <summary>Terms that are candidates too, or the only ones if the powers and derivatives are left out.</summary>
    public IReadOnlyList<string> AlsoTerms { get; init; } = [];

    /// <summary>The candidates for such data.</summary>
    /// <exception cref="FormatException">There are none.</exception>
    internal TermLibrary Terms(SeriesInfo info)
    {
        IEnumerable<Term> made = (MaximumPower, MaximumDerivative) is ({ } power, { } order)
            ? Conservative && info.Fields.Count == 1
                ? TermLibrary.Conservative(info.Fields[0], power, order, info.Grid.Dimensions).Terms
                : TermLibrary.Products(info.Fields, power, order, info.Grid.Dimensions).Terms
            : [];
        Term[] terms = [.. made.Concat(AlsoTerms.Select(Term.Parse)).Distinct()];
        return terms.Length > 0
            ? new TermLibrary(terms)
            : throw new FormatException(
                "the library has no terms; give maximum_power and maximum_derivative, or also_terms");
    }
}
