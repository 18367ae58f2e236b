using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>How the solver's derivatives are taken: both ways end at the same coefficients.</summary>
[Variant("differences", typeof(DifferenceSettings))]
[Variant("tangent-linear", typeof(TangentSettings))]
public abstract record ColumnSettings
{
    internal abstract ResponseMethod Method { get; }
}
