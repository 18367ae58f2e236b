using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Watches an ensemble against the truth.</summary>
public interface IDiagnostic
{
    /// <summary>Is shown an ensemble and what it stands for; changes neither.</summary>
    /// <param name="ensemble">Members in rows, shape [members, state size].</param>
    /// <param name="truth">The true state, shape [state size].</param>
    void Add(States ensemble, ReadOnlySpan<double> truth);
}
