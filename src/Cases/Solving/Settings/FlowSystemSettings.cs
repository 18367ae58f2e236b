using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A flow in a periodic box, or in a channel along x.</summary>
public abstract record FlowSystemSettings : SpectralSystemSettings
{
    private Equation? equation;

    /// <summary>Points along x.</summary>
    [Even]
    [Between(8, 4096)]
    public required int Points { get; init; }

    /// <summary>Period along x.</summary>
    [Positive]
    public required double Length { get; init; }

    /// <summary>Points along y; as along x if left out.</summary>
    [Even]
    [Between(8, 4096)]
    public int? PointsY { get; init; }

    /// <summary>Period along y, or distance between the walls; as along x if left out.</summary>
    [Positive]
    public double? LengthY { get; init; }

    /// <summary>Whether walls bound y, with 0 in the middle; else y is periodic from 0 on.</summary>
    public bool Walls { get; init; }

    internal override Equation Equation => equation ??= On(Walls
        ? Solvers.Grid.Channel(PointsY ?? Points, Points, LengthY ?? Length, Length)
        : Solvers.Grid.Box(PointsY ?? Points, Points, LengthY ?? Length, Length));

    /// <summary>The equations on a grid.</summary>
    private protected abstract Equation On(Grid grid);

    // A copy must not keep the equation of another grid.
    internal override ModelSystemSettings Finer(int times) =>
        this with { Points = times * Points, PointsY = times * PointsY, equation = null };

    /// <summary>A function of y and x from its formula.</summary>
    private protected static Func<double, double, double>? Function(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var formula = Formula.Parse(text, "x", "y");
        return (y, x) => formula.At(x, y);
    }
}
