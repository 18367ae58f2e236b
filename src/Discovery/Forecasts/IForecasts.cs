using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>What a model forecasts of readings.</summary>
/// <remarks>Where the states that forecasts start from depend on the model themselves, as analyses do, columns hold
/// that as well: the whole derivative.</remarks>
public interface IForecasts
{
    /// <summary>What was seen, less the forecast, shape [rows].</summary>
    /// <param name="model">The model.</param>
    double[] Residual(IEquationModel model);

    /// <summary>∂forecast/∂coefficient, shape [terms, rows].</summary>
    /// <param name="model">The model.</param>
    /// <param name="terms">Whose coefficients.</param>
    States Columns(IEquationModel model, IReadOnlyList<FieldTerm> terms);
}
