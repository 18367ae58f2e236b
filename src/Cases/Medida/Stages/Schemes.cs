using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Solvers by the names that a case uses.</summary>
internal static class Schemes
{
    public static SpectralModel Model(
        SchemeName scheme, Equation equation, double timeStep, PrecisionName precision = PrecisionName.Double) =>
        new SpectralModel(equation, scheme switch
    {
        SchemeName.Etdrk2 => new Etdrk2(timeStep),
        SchemeName.Krogstad => new Krogstad(timeStep),
        SchemeName.Cnab2 => new Cnab2(timeStep),
        _ => new Etdrk4(timeStep),
    }).In(Solved.Precision(precision));
}
