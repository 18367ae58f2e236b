namespace Sci.Solvers;

/// <summary>What a look at one member's forecast showed.</summary>
/// <param name="Cycle">The cycle that the forecast belongs to, from 1.</param>
/// <param name="Time">When the forecast ends, in the model's units.</param>
/// <param name="Member">Its row, from 0.</param>
/// <param name="TailBefore">Spectral tail of the state that the forecast starts from: see <see cref="Health"/>.</param>
/// <param name="Tail">That of the forecast.</param>
/// <param name="Courant">Courant number of the forecast.</param>
public readonly record struct EnsembleLook(
    int Cycle, double Time, int Member, double TailBefore, double Tail, double Courant);
