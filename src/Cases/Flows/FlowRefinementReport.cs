using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The refinement in the report of a flow.</summary>
internal static class FlowRefinementReport
{
    /// <summary>What came out, in a clause.</summary>
    public static string Sentence(FlowRefinements refined) => FormattableString.Invariant(
        $"error {refined.ErrorsBefore.Average():0.0e+0} to {refined.ErrorsAfter.Average():0.0e+0}, residual {
            refined.Before.Average():0.0e+0} to {refined.After.Average():0.0e+0}");

    /// <summary>The section, where there is a refinement.</summary>
    public static IEnumerable<ReportSection> Section(
        PlaneFlowSettings settings, FlowRefinements? refined, FigureFolder figures)
    {
        if (refined is not null)
        {
            yield return new ReportSection(
                "Refinement",
                [$"{refined.Before.Count} forecasts, {refined.Steps} steps each: {Sentence(refined)}."],
                [figures.Draw(Curve(refined)), figures.Draw(Errors(settings, refined))]);
        }
    }

    private static Curves Curve(FlowRefinements refined)
    {
        double[] steps = [.. Enumerable.Range(1, refined.Curve.Count)];
        return new Curves(
            "refinement",
            "The norm of the residual that is made small, first run.",
            FigureAxis.Linear("steps"),
            FigureAxis.Logarithmic("norm of the residual"),
            [Series.Of("refinement", steps, refined.Curve)]);
    }

    private static FieldImages Errors(PlaneFlowSettings settings, FlowRefinements refined)
    {
        States Off(int row)
        {
            var field = new States(settings.Data.Points, settings.Data.Points);
            for (var at = 0; at < field.Values.Length; at++)
            {
                field.Values[at] = refined.Fields[row][at] - refined.Fields[2][at];
            }

            return field;
        }

        return new FieldImages(
            "refined",
            "Error of the last predicted snapshot of the first run, before and after.",
            new Extent("x", 0, 1), new Extent("y", 0, 1), "w", IsMap: true,
            [new Panel("network", Off(0)), new Panel("refined", Off(1))]);
    }
}
