using System.Diagnostics.CodeAnalysis;

namespace Sci.Cases;

/// <summary>Digits that a solver computes its steps with.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Double and single are the precisions' own names.")]
public enum PrecisionName
{
    /// <summary>About 16.</summary>
    Double,

    /// <summary>About 7, twice as fast for ensembles; states stay double between calls.</summary>
    Single,
}
