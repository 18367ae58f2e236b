using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Terms found by <see cref="ForecastRegression"/>.</summary>
/// <param name="Library">The candidates.</param>
/// <param name="Everything">Coefficients of the whole library, before any was left out, shape [library].</param>
/// <param name="Deviations">Their standard deviations.</param>
/// <param name="Support">Numbers of the candidates that were kept, ascending.</param>
/// <param name="Coefficients">Coefficients of the kept ones, zero elsewhere, shape [library].</param>
/// <param name="KeptDeviations">Their standard deviations, zero elsewhere.</param>
/// <param name="Path">χ² that leaving out the weakest remaining candidate costs, from the whole library down to
/// nothing.</param>
/// <param name="Explained">1 - ‖residual‖²/‖target‖² of the kept terms: the part of the wrong forecasts' misfit that
/// they explain.</param>
/// <param name="Misfit">Root mean square of the residual, in the units of the readings.</param>
/// <param name="MisfitOfEverything">The same with the whole library.</param>
/// <param name="Passes">Gauss-Newton passes taken.</param>
/// <param name="Settled">Whether the coefficients settled before the passes ran out.</param>
public sealed record ForecastFit(
    IReadOnlyList<FieldTerm> Library,
    IReadOnlyList<double> Everything,
    IReadOnlyList<double> Deviations,
    IReadOnlyList<int> Support,
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> KeptDeviations,
    IReadOnlyList<EliminationStep> Path,
    double Explained,
    double Misfit,
    double MisfitOfEverything,
    int Passes,
    bool Settled)
{
    /// <summary>Nothing is missing: the model's forecasts are what was seen, to the last bit.</summary>
    internal static ForecastFit Perfect(IReadOnlyList<FieldTerm> library)
    {
        var zeros = new double[library.Count];
        return new ForecastFit(library, zeros, zeros, [], zeros, zeros, [], 0, 0, 0, 0, Settled: true);
    }

    /// <summary>The equation with the kept terms added.</summary>
    public Equation Correct(Equation imperfect)
    {
        ArgumentNullException.ThrowIfNull(imperfect);
        return ForecastRegression.Add(imperfect, Library, Coefficients);
    }
}
