namespace Sci.Solvers;

/// <summary>How products of fields on the grid are kept from folding onto resolved modes.</summary>
public sealed class Dealiasing
{
    private readonly string name;

    private Dealiasing(string name, bool truncates, bool pads)
    {
        this.name = name;
        Truncates = truncates;
        Pads = pads;
    }

    /// <summary>Products on the grid as they are: for runs whose spectrum has ended before the grid does.</summary>
    public static Dealiasing None { get; } = new("none", truncates: false, pads: false);

    /// <summary>
    /// Factors and products keep modes |m| below a third of the points: exact for quadratic terms (Orszag, 1971).
    /// </summary>
    public static Dealiasing TwoThirds { get; } = new("2/3", truncates: true, pads: false);

    /// <summary>
    /// Products on a grid with 3/2 times the points: exact for quadratic terms, all modes but half-sampling kept.
    /// </summary>
    public static Dealiasing ThreeHalves { get; } = new("3/2", truncates: false, pads: true);

    internal bool Truncates { get; }

    internal bool Pads { get; }

    /// <summary><c>none</c>, <c>2/3</c> or <c>3/2</c>.</summary>
    public override string ToString() => name;
}
