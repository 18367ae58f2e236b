using Sci.Cases.Figures;

namespace Sci.Cases.Reports;

/// <summary>What a report says, before it is set as HTML or Markdown. Empty parts are left out.</summary>
public sealed record ReportModel
{
    /// <summary>Name of the case and the experiment.</summary>
    public required string Title { get; init; }

    /// <summary>The result in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The equations: wrong, found, corrected, true.</summary>
    public required IReadOnlyList<ReportEquation> Equations { get; init; }

    /// <summary>The figures of merit.</summary>
    public required IReadOnlyList<ReportMetric> Metrics { get; init; }

    /// <summary>The terms that were found.</summary>
    public required IReadOnlyList<Coefficient> Terms { get; init; }

    /// <summary>The stages, with their figures.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>The settings, as in the case's file.</summary>
    public required string Settings { get; init; }

    /// <summary>Limits of the method, each marked (M)athematical or (C)hoice.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>What went otherwise than asked, such as figures that could not be drawn.</summary>
    public required IReadOnlyList<string> Notices { get; init; }
}
