namespace Sci.Cases.Data;

/// <summary>What was seen at one time; what is missing is left out.</summary>
/// <param name="Time">When.</param>
/// <param name="Positions">Where, shape [seen].</param>
/// <param name="Values">What, shape [seen].</param>
/// <param name="Errors">Standard deviations of the errors, shape [seen]; empty where the file has none.</param>
internal sealed record GivenSnapshot(double Time, double[] Positions, double[] Values, double[] Errors);
