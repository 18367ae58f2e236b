using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A state at time 0.</summary>
[Variant("formula", typeof(FormulaStateSettings), ByKey = true, ByText = true)]
[Variant("fields", typeof(FieldsStateSettings), ByKey = true)]
[Variant("values", typeof(ValuesStateSettings), ByKey = true)]
[Variant("file", typeof(FileStateSettings), ByKey = true)]
[Variant("random", typeof(RandomStateSettings), ByKey = true)]
public abstract record SolvedInitialSettings
{
    /// <summary>Text that changes where a file does.</summary>
    internal virtual string Contents(string folder) => "";

    /// <summary>The state of a system; paths begin at <see cref="FileStateSettings.Folder"/>.</summary>
    internal abstract double[] On(SolvedSystemSettings system, ulong seed);

    /// <summary>The same with paths that begin at a folder.</summary>
    internal virtual SolvedInitialSettings In(string folder) => this;

    /// <summary>Values of a formula at the points of a grid.</summary>
    internal static double[] Along(string text, Sci.Solvers.Grid grid, double time = 0)
    {
        var formula = Formula.Parse(text, "x", "y", "t");
        var x = grid.Axes[^1];
        var y = grid.Dimensions == 2 ? grid.Axes[0] : null;
        return [.. Enumerable.Range(0, grid.Points).Select(at =>
            formula.At(x.Coordinate(at % x.Points), y?.Coordinate(at / x.Points) ?? 0, time))];
    }
}
