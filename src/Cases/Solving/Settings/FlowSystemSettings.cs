using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A flow in a periodic box with equal sides.</summary>
public abstract record FlowSystemSettings : SpectralSystemSettings
{
    private Equation? equation;

    /// <summary>Points along each side.</summary>
    [Even]
    [Between(8, 4096)]
    public required int Points { get; init; }

    /// <summary>Length of a side.</summary>
    [Positive]
    public required double Length { get; init; }

    internal override Equation Equation => equation ??= On(Solvers.Grid.Box(Points, Points, Length, Length));

    /// <summary>The equations on a grid.</summary>
    private protected abstract Equation On(Grid grid);

    // A copy must not keep the equation of another grid.
    internal override ModelSystemSettings Finer(int times) => this with { Points = times * Points, equation = null };

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
