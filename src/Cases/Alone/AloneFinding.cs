using Sci.Discovery;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The equation found for one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="Deviations">Posterior standard deviations of the coefficients.</param>
/// <param name="ResidualFraction">Root mean square of the residual over that of the rate of change.</param>
/// <param name="Misfit">Mean square of the residual over what noise and discretisation explain.</param>
/// <param name="Warnings">What should be known before the equation is believed.</param>
/// <param name="Path">Size, log evidence and residual of the models on the way.</param>
internal sealed record AloneFinding(
    string Field,
    IReadOnlyList<WeightedTerm> Terms,
    IReadOnlyList<double> Deviations,
    double ResidualFraction,
    double Misfit,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<double[]> Path)
{
    public DiscoveredEquation Equation => new(Field, Terms, Deviations);

    public static AloneFinding Of(EquationAnswer answer) => new(
        answer.Equation.Field, answer.Equation.Terms, answer.Equation.Deviations, answer.ResidualFraction,
        answer.Misfit, answer.Warnings,
        [.. answer.Fit.Path.Select(
            model => new double[] { model.Support.Count, model.LogEvidence, model.ResidualFraction })]);
}
