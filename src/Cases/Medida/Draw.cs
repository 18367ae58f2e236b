using Sci.Solvers;

namespace Sci.Cases;

/// <summary>What one draw of the noise led to.</summary>
/// <param name="Epsilon">Normalised distance of the corrected coefficients from the truth's.</param>
/// <param name="LargestRelative">Largest relative error over the missing terms.</param>
/// <param name="IsExact">Whether exactly the missing terms were found.</param>
/// <param name="Covered">How many of the missing terms' coefficients lie within two deviations of what was
/// found.</param>
/// <param name="Missing">Number of missing terms.</param>
/// <param name="ChiSquare">Mean square of the residual in units of the noise, where known; else NaN.</param>
public sealed record Draw(
    double Epsilon, double LargestRelative, bool IsExact, int Covered, int Missing, double ChiSquare)
{
    internal static Draw Of(Equation truth, Equation imperfect, Discovered discovered)
    {
        var missing = ModelError.Missing(truth, imperfect);
        var covered = missing.Count(term =>
        {
            var at = discovered.Terms.Select((t, i) => (t, i))
                .FirstOrDefault(pair => pair.t.Term == term.Term, (t: term, i: -1)).i;
            return at >= 0 && Math.Abs(discovered.Terms[at].Coefficient - term.Coefficient)
                <= 2 * discovered.Fit.Deviations[discovered.Fit.Support[at]];
        });
        return new Draw(
            ModelError.Distance(truth, discovered.Corrected),
            ModelError.LargestRelative(missing, discovered.Terms),
            ModelError.IsExact(missing, discovered.Terms),
            covered,
            missing.Count,
            discovered.ChiSquare ?? double.NaN);
    }
}
