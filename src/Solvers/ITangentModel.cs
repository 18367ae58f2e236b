namespace Sci.Solvers;

/// <summary>A model that can be linearised along a trajectory.</summary>
public interface ITangentModel : IModel
{
    /// <summary>
    /// Runs from <paramref name="state"/> for <paramref name="steps"/> steps and keeps what the linearisation needs.
    /// </summary>
    ILinearisation Linearise(ReadOnlySpan<double> state, int steps);
}
