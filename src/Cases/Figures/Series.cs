namespace Sci.Cases.Figures;

/// <summary>A curve.</summary>
/// <param name="Title">Its name in the legend.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates, as many.</param>
/// <param name="IsReference">Whether it is something to compare with (dashed and black), not a result.</param>
public sealed record Series(string Title, IReadOnlyList<double> X, IReadOnlyList<double> Y, bool IsReference)
{
    /// <summary>A result.</summary>
    public static Series Of(string title, IReadOnlyList<double> x, IReadOnlyList<double> y) => new(title, x, y, false);

    /// <summary>Something to compare results with.</summary>
    public static Series Reference(string title, IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        new(title, x, y, true);
}
