namespace Sci.Solvers.Kernels;

/// <summary>Carries one state of a <see cref="LeapfrogJet"/> forward; safe on any number of threads.</summary>
internal interface IJetStepper
{
    /// <summary>Takes steps; returns the one at which the state was no longer finite, or 0.</summary>
    int Advance(Span<double> state, int steps);
}
