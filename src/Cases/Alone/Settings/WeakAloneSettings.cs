using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>Integrals against test functions whose widths follow from the data: for noisy fields.</summary>
public sealed record WeakAloneSettings : FormSettings
{
    /// <summary>Test functions that cover a point along each axis.</summary>
    [AtLeast(1)]
    public int Overlap { get; init; } = 4;

    /// <summary>Least number of rows of the regression.</summary>
    [AtLeast(1)]
    public int MinimumRows { get; init; } = 100;

    internal override string? Accepts(SeriesInfo info) => null;

    internal override IDataForm Form(SeriesInfo info) =>
        new WeakForm(new WeakGridRule(Overlap, MinimumRows), new InformationPenalty());
}
