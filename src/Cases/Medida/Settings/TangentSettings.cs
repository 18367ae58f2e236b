using Sci.Discovery;

namespace Sci.Cases;

/// <summary>By the tangent-linear model of the scheme, exact but for rounding.</summary>
public sealed record TangentSettings : ColumnSettings
{
    internal override ResponseMethod Method => new TangentLinear();
}
