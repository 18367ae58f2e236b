using Sci.Cases.Settings;
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Data that Sci's solvers make, to see what is found again.</summary>
public sealed record SolvedDataSettings : DataSettings, IChecked
{
    /// <summary>The equations, such as <c>u_t = -u*u_x + 0.1*u_xx</c>.</summary>
    public required string Equation { get; init; }

    /// <summary>The periodic line, or box; left out for ordinary differential equations.</summary>
    public SolvedGridSettings? Grid { get; init; }

    /// <summary>The scheme that integrates them.</summary>
    public SchemeName Scheme { get; init; } = SchemeName.Etdrk4;

    /// <summary>Steps between two observations.</summary>
    [AtLeast(1)]
    public required int Steps { get; init; }

    /// <summary>The fields at time 0, formulas in <c>x</c>, and <c>y</c> in a box.</summary>
    public required IReadOnlyDictionary<string, string> Initial { get; init; }

    /// <summary>Time that passes before the first observation.</summary>
    [NonNegative]
    public double SpinUp { get; init; }

    /// <summary>Time between observations.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>Number of observations.</summary>
    [Between(8, 1 << 20)]
    public required int Times { get; init; }

    // Two points of the same value stand for one: the solvers want even grids.
    private Grid Solved => Grid?.On(1) ?? Solvers.Grid.Line(2, 1);

    private string[] Variables => Grid?.PointsY is null ? ["x"] : ["x", "y"];

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(Grid?.Walls is not true, nameof(Grid), "must be periodic: leave walls out");
        Equation? equation = null;
        complaints.Try(() => equation = Solvers.Equation.Parse(Solved, Equation), nameof(Equation));
        complaints.Require(Scheme != SchemeName.Cnab2, nameof(Scheme), "must be a one-step scheme");
        foreach (var field in equation?.Fields ?? [])
        {
            complaints.Require(Initial.ContainsKey(field), nameof(Initial), $"lacks `{field}:`");
        }

        foreach (var text in Initial.Values)
        {
            complaints.Try(() => Formula.Parse(text, Variables), nameof(Initial));
        }
    }

    internal override SeriesInfo Info(string folder) => new(
        Solvers.Equation.Parse(Solved, Equation).Fields, Grid?.On(1) ?? Solvers.Grid.Line(1, 1), true, Every, Times);

    internal override FieldSeries Series(string folder, CancellationToken cancel)
    {
        var grid = Solved;
        var equation = Solvers.Equation.Parse(grid, Equation);
        var model = Schemes.Model(Scheme, equation, Every / Steps);
        var state = States.Of([.. equation.Fields.SelectMany(field => Start(grid, Initial[field]))]);
        var info = Info(folder);
        var values = equation.Fields.ToDictionary(field => field, _ => new States(Times, info.Grid.Points));
        model.Advance(state, (int)Math.Round(SpinUp / model.TimeStep));
        for (var time = 0; time < Times; time++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var field = 0; field < equation.Fields.Count; field++)
            {
                state[0].Slice(field * grid.Points, info.Grid.Points).CopyTo(values[equation.Fields[field]][time]);
            }

            model.Advance(state, Steps);
        }

        return new FieldSeries(values, Every, info.Grid, isPeriodic: true);
    }

    private IEnumerable<double> Start(Grid grid, string text)
    {
        var (formula, x) = (Formula.Parse(text, Variables), grid.Axes[^1].Coordinates());
        return grid.Dimensions == 1 ? x.Select(at => formula.At(at))
            : grid.Axes[0].Coordinates().SelectMany(y => x.Select(at => formula.At(at, y)));
    }
}
