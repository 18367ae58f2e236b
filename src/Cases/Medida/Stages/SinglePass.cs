using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Increments per unit time against the library at the analysis or half-way to it.</summary>
/// <remarks>Mojgani, Chattopadhyay and Hassanzadeh (2022), doi:10.1063/5.0091282: (1/Δt) Δu = Φ(u) c.</remarks>
internal static class SinglePass
{
    public static IDesign Design(
        Equation imperfect, IReadOnlyList<Term> library, SinglePassSettings method, Increments increments)
    {
        var targets = new States(increments.Analysis.Count, increments.Analysis.Size);
        for (var i = 0; i < targets.Values.Length; i++)
        {
            targets.Values[i] = (increments.Analysis.Values[i] - increments.Forecast.Values[i]) / increments.Intervals[i / targets.Size];
        }

        IDifferentiation differentiation = method.Derivatives == DerivativeName.Authors
            ? new OneSidedDifferences()
            : new SpectralDerivatives();
        var evaluator = new LibraryEvaluator(
            imperfect.Grid, imperfect.Fields, new TermLibrary(library), differentiation);
        var design = new LibraryDesign(
            evaluator, method.LibraryAt == LibraryTime.Midpoint ? Midpoints(increments) : increments.Analysis, targets);
        return method.Derivatives == DerivativeName.Authors ? new SinglePrecision(design) : design;
    }

    private static States Midpoints(Increments increments)
    {
        var midpoints = increments.Before.Clone();
        for (var i = 0; i < midpoints.Values.Length; i++)
        {
            midpoints.Values[i] = (midpoints.Values[i] + increments.Analysis.Values[i]) / 2;
        }

        return midpoints;
    }
}
