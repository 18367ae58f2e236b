namespace Sci.Solvers;

/// <summary>Central finite differences on the points of a periodic grid, in place of exact derivatives.</summary>
/// <remarks>
/// A central difference multiplies the wave exp(ikx) by a number, its modified wavenumber, so a model by differences
/// runs in modes like any other and gives the values of the scheme on the grid. Even derivatives are powers of the
/// second difference, odd ones those times the first: u_xxx is D₁D₂u. Products in flux form stay conservative.
/// Coefficients: Fornberg (1988), doi:10.1090/S0025-5718-1988-0935077-0, table 1.
/// </remarks>
public sealed class Stencil
{
    private readonly double[] first;
    private readonly double[] second;

    private Stencil(int order, double[] first, double[] second)
    {
        Order = order;
        this.first = first;
        this.second = second;
    }

    /// <summary>Three points: order 2.</summary>
    public static Stencil Second { get; } = new(2, [1.0 / 2], [1]);

    /// <summary>Five points: order 4.</summary>
    public static Stencil Fourth { get; } = new(4, [2.0 / 3, -1.0 / 12], [4.0 / 3, -1.0 / 12]);

    /// <summary>Seven points: order 6.</summary>
    public static Stencil Sixth { get; } = new(6, [3.0 / 4, -3.0 / 20, 1.0 / 60], [3.0 / 2, -3.0 / 20, 1.0 / 90]);

    /// <summary>Order of accuracy in the spacing: 2, 4 or 6.</summary>
    public int Order { get; }

    /// <summary><c>order 4</c>.</summary>
    public override string ToString() => $"order {Order}";

    /// <summary>What the first difference makes of k, odd: Σ aₘ 2 sin(mkh)/h.</summary>
    internal double FirstWavenumber(double k, double spacing)
    {
        var sum = 0.0;
        for (var m = 1; m <= first.Length; m++)
        {
            sum += first[m - 1] * 2 * Math.Sin(m * k * spacing);
        }

        return sum / spacing;
    }

    /// <summary>What the second difference makes of k²: Σ bₘ 2(1 - cos(mkh))/h².</summary>
    internal double SecondWavenumber(double k, double spacing)
    {
        var sum = 0.0;
        for (var m = 1; m <= second.Length; m++)
        {
            var half = Math.Sin(m * k * spacing / 2);
            sum += second[m - 1] * 4 * half * half;
        }

        return sum / (spacing * spacing);
    }
}
