using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Forecasts of held-back times by the wrong and the corrected model.</summary>
/// <param name="LeadTimes">Time since the start of the forecast, shape [times].</param>
/// <param name="ErrorBefore">RMSE of the wrong model over all forecasts, shape [times]; infinite after a
/// blow-up.</param>
/// <param name="ErrorAfter">RMSE of the corrected model, shape [times].</param>
/// <param name="ValidBefore">Valid time of each forecast of the wrong model, in Lyapunov times, shape
/// [forecasts].</param>
/// <param name="ValidAfter">Valid time of each forecast of the corrected model, in Lyapunov times, shape
/// [forecasts].</param>
/// <param name="Exponent">Leading Lyapunov exponent of the truth, per unit time.</param>
/// <param name="ClimateDeviation">Standard deviation of the truth over the held-back times.</param>
/// <param name="TruthRun">The first held-back trajectory on the model's grid, shape [times, points].</param>
/// <param name="WrongRun">The wrong model's forecast of it, not a number after a blow-up.</param>
/// <param name="CorrectedRun">The corrected model's forecast of it.</param>
/// <param name="BlowUp">What became of a model that left the finite numbers; else empty.</param>
public sealed record Verified(
    IReadOnlyList<double> LeadTimes,
    IReadOnlyList<double> ErrorBefore,
    IReadOnlyList<double> ErrorAfter,
    IReadOnlyList<double> ValidBefore,
    IReadOnlyList<double> ValidAfter,
    double Exponent,
    double ClimateDeviation,
    States TruthRun,
    States WrongRun,
    States CorrectedRun,
    string BlowUp);
