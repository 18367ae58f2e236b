using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A formula; it may stand alone, without its key.</summary>
public sealed record FormulaInitialSettings : InitialSettings, IChecked
{
    /// <summary>The state as a function of <c>x</c>.</summary>
    public required string Formula { get; init; }

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(() => Cases.Formula.Parse(Formula, "x"), nameof(Formula));
    }

    internal override double[] On(Grid grid)
    {
        var formula = Cases.Formula.Parse(Formula, "x");
        return [.. grid.Axes[0].Coordinates().Select(x => formula.At(x))];
    }
}
