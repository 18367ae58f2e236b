using System.Collections.Concurrent;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Candidates and coefficients of the two layers.</summary>
internal static class JetLibrary
{
    private static readonly string[] Fields = ["q1", "q2"];

    // The experiments of a case share their terms, and a look at one plans Fourier transforms.
    private static readonly ConcurrentDictionary<string, Term> Known = new(StringComparer.Ordinal);

    /// <summary>Every term of the list in the equation of each layer.</summary>
    /// <exception cref="FormatException">A term cannot be read.</exception>
    public static FieldTerm[] Of(JetGaussNewtonSettings settings)
    {
        Term[] terms = [.. settings.Library.Select(text => Known.GetOrAdd(text, Checked))];
        return [.. Fields.SelectMany(field => terms.Select(term => new FieldTerm(field, term)))];
    }

    /// <summary>Truth minus model: what discovery should find, by the candidates' names.</summary>
    public static IReadOnlyDictionary<string, double> Missing(JetSettings settings)
    {
        var grid = TwoLayerJet.PublishedGrid;
        var (truth, model) = (settings.TrueJet.On(grid), settings.WrongJet.On(grid));
        var missing = new OrderedDictionary<string, double>();
        foreach (var field in Fields)
        {
            foreach (var term in truth[field].Concat(model[field]).Select(t => t.Term).Distinct())
            {
                var difference = truth.Coefficient(field, term) - model.Coefficient(field, term);
                if (difference != 0)
                {
                    missing[new FieldTerm(field, term).ToString()] = difference;
                }
            }
        }

        return missing;
    }

    /// <summary>Sum of squares of the truth's coefficients: the scale of the distance between equations.</summary>
    public static double Scale(JetSettings settings)
    {
        var truth = settings.TrueJet.On(TwoLayerJet.PublishedGrid);
        return Fields.Sum(field => truth[field].Sum(t => t.Coefficient * t.Coefficient));
    }

    private static Term Checked(string text)
    {
        var term = Term.Parse(text);
        _ = new TermEvaluator(TwoLayerJet.Published.On(TwoLayerJet.PublishedGrid), [term]);
        return term;
    }
}
