namespace Sci.Cases;

/// <summary>A formula for the first field, the others zero; it may stand alone, without its key.</summary>
public sealed record FormulaStateSettings : SolvedInitialSettings
{
    /// <summary>
    /// The field as a function of <c>x</c> and <c>y</c>; variables of a ring are numbered by <c>x</c> from 0.
    /// </summary>
    public required string Formula { get; init; }

    internal override double[] On(SolvedSystemSettings system, ulong seed)
    {
        var state = new double[system.Fields.Count * system.Grid.Points];
        Along(Formula, system.Grid).CopyTo(state, 0);
        return state;
    }
}
