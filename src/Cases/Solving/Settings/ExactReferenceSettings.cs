using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>The exact solution; it may stand alone, without its key.</summary>
public sealed record ExactReferenceSettings : ReferenceSolutionSettings, IChecked
{
    /// <summary>The first field as a function of <c>x</c>, <c>y</c> and <c>t</c>.</summary>
    public required string Exact { get; init; }

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(() => Formula.Parse(Exact, "x", "y", "t"), nameof(Exact));
    }

    internal override double[] On(SolvedSystemSettings system, double time, string folder)
    {
        if (system.Grid.Dimensions == 2)
        {
            return SolvedInitialSettings.Along(Exact, system.Grid, time);
        }

        var formula = Formula.Parse(Exact, "x", "y", "t");
        return [.. system.Places.Select(x => formula.At(x, 0, time))];
    }
}
