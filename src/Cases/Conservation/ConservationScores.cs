namespace Sci.Cases;

/// <summary>How good guesses of one kind are over all draws.</summary>
/// <param name="Name">Which kind: base, projection, probconserv.</param>
/// <param name="SquaredErrors">Mean squared error of each draw.</param>
/// <param name="LogLikelihoods">Log-likelihood a point of each draw.</param>
/// <param name="MassErrors">Absolute error of the mass of each draw.</param>
/// <param name="First">The mean field of the first draw.</param>
internal sealed record ConservationScores(
    string Name, double[] SquaredErrors, double[] LogLikelihoods, double[] MassErrors, double[] First);
