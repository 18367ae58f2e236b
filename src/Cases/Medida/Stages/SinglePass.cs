using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Increments per unit time against the library at the analysis.</summary>
/// <remarks>Mojgani, Chattopadhyay and Hassanzadeh (2022), doi:10.1063/5.0091282: (1/Δt) Δu = Φ(u) c.</remarks>
internal static class SinglePass
{
    public static IDesign Design(Equation imperfect, IReadOnlyList<Term> library, DerivativeName derivatives, Increments increments)
    {
        var targets = new States(increments.Analysis.Count, increments.Analysis.Size);
        for (var i = 0; i < targets.Values.Length; i++)
        {
            targets.Values[i] = (increments.Analysis.Values[i] - increments.Forecast.Values[i]) / increments.Interval;
        }

        IDifferentiation differentiation = derivatives == DerivativeName.Authors
            ? new OneSidedDifferences()
            : new SpectralDerivatives();
        var evaluator = new LibraryEvaluator(imperfect.Grid, imperfect.Fields, new TermLibrary(library), differentiation);
        var design = new LibraryDesign(evaluator, increments.Analysis, targets);
        return derivatives == DerivativeName.Authors ? new SinglePrecision(design) : design;
    }
}
