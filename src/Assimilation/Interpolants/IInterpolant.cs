using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Makes whole fields of what sensors read.</summary>
public interface IInterpolant
{
    /// <summary>Fields of every snapshot.</summary>
    /// <param name="sensors">Where the readings were taken.</param>
    /// <param name="readings">Shape [snapshots, fields·sensors].</param>
    /// <returns>Shape [snapshots, fields·points].</returns>
    States Interpolate(Sensors sensors, States readings);
}
