using Sci.Numerics;

namespace Sci.Faults;

/// <summary>A kind of file that is mutated, and the command that meets it.</summary>
internal interface ITrial
{
    /// <summary>Makes one mutation by these draws, runs a command over it and judges what it says.</summary>
    Verdict Run(RandomSource random);
}
