using System.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Where the modes and points of a box lie when columns, then rows, lie in the lanes of vectors.</summary>
/// <remarks>
/// <para>Modes: groups of as many columns (wavenumbers in x) as lanes, in each a wave for every wavenumber in y, in the
/// places of the transform along y. Column 0 and the half-sampling one are real fields of y: their modes 0 to n/2 share
/// the first column, the latter's where the former's negative ones would lie, and its two real modes in a wave before
/// all.</para>
/// <para>Between the two transforms and at the points: <see cref="BoxPlanes{TLanes, T}"/>.</para>
/// </remarks>
internal sealed class BoxLayout<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly Fourier coarse;

    public BoxLayout(ProductGrid grid)
    {
        coarse = grid.Coarse;
        IsPadded = grid.Points != coarse.Points;
        PointsX = IsPadded ? 3 * coarse.X.Points / 2 : coarse.X.Points;
        PointsY = IsPadded ? 3 * coarse.Y!.Points / 2 : coarse.Y!.Points;
        AlongY = new ComplexFft<TLanes, T>(PointsY);
        Groups = coarse.X.Points / 2 / TLanes.Count;
        Planes = new BoxPlanes<TLanes, T>(PointsY, PointsX, Groups, hasHalf: !IsPadded);
        var rows = Rows();
        Targets = [PointsY, .. rows.Select(row => row.Place)];
        Modes = Table([.. rows.Select(row => row.Row)]);
    }

    public bool IsPadded { get; }

    /// <summary>Number of points of a row where products are formed.</summary>
    public int PointsX { get; }

    /// <summary>Number of rows where products are formed.</summary>
    public int PointsY { get; }

    public ComplexFft<TLanes, T> AlongY { get; }

    /// <summary>Number of groups of columns.</summary>
    public int Groups { get; }

    /// <summary>Between the two transforms; the half-sampling column in the first one.</summary>
    public BoxPlanes<TLanes, T> Planes { get; }

    /// <summary>Number of waves of a field's modes.</summary>
    public int Waves => (Groups * coarse.Y!.Points) + 1;

    /// <summary>
    /// For the waves of the first group, the one before all first, the place in the transform along y, or -1 if the
    /// product grid has no such mode. The wave before all goes behind the transform's.
    /// </summary>
    public int[] Targets { get; }

    /// <summary>The model's mode in each lane of each wave; -1 for none.</summary>
    public int[] Modes { get; }

    /// <summary>The first wave of a group.</summary>
    public int Start(int group) => group == 0 ? 0 : 1 + (group * coarse.Y!.Points);

    /// <summary>The end of a group's waves.</summary>
    public int End(int group) => Start(group + 1);

    /// <summary>Whether a box can be laid out so.</summary>
    public static bool Fits(ProductGrid grid)
    {
        var (x, y) = (grid.Coarse.X.Points, grid.Coarse.Y?.Points ?? 0);
        var (fineX, fineY) = grid.Points == x * y ? (x, y) : (3 * x / 2, 3 * y / 2);
        return x % (2 * TLanes.Count) == 0
            && y % 2 == 0 && fineX * fineY == grid.Points && fineY % (2 * TLanes.Count) == 0
            && ComplexFft<TLanes, T>.Fits(fineX) && ComplexFft<TLanes, T>.Fits(fineY);
    }

    /// <summary>Factors of modes, one field's, in the places of the lanes.</summary>
    /// <param name="factors">The factor of each of the model's modes.</param>
    /// <param name="isProduct">Whether modes that the product grid lacks get 0.</param>
    public BoxFactors<T> Factors(Func<int, Complex> factors, bool isProduct) => new(
        [.. Modes.Select(mode => mode < 0 || (isProduct && IsPadded && IsHalf(mode)) ? Complex.Zero : factors(mode))],
        [.. Enumerable.Range(0, Groups + 1).Select(group => TLanes.Count * Start(group))],
        TLanes.Count);

    /// <summary>Whether all of a group's modes have factor 0.</summary>
    public bool IsDead(int group, Complex[]? mask) => mask is not null
        && Modes.AsSpan(Start(group) * TLanes.Count, (End(group) - Start(group)) * TLanes.Count)
            .ToArray().All(mode => mode < 0 || mask[mode] == 0);

    private bool IsHalf(int mode)
    {
        var (x, y) = coarse.Numbers(mode);
        return 2 * x == coarse.X.Points || 2 * Math.Abs(y) == coarse.Y!.Points;
    }

    // The model's rows of modes by their places along y; those that a finer grid lacks last.
    private (int Row, int Place)[] Rows()
    {
        var points = coarse.Y!.Points;
        return [.. Enumerable.Range(0, points).Select(row =>
        {
            var fine = 2 * row > points ? row - points + PointsY : row;
            return (row, IsPadded && 2 * row == points ? -1 : AlongY.Places[fine]);
        }).OrderBy(row => row.Item2 < 0 ? int.MaxValue : row.Item2)];
    }

    private int[] Table(int[] rows)
    {
        var table = new int[Waves * TLanes.Count];
        Array.Fill(table, -1);
        var (half, last) = (coarse.Y!.Points / 2, coarse.X.Points / 2);
        (table[0], table[1]) = (last, (half * coarse.ModesX) + last);
        for (var column = 0; column < last; column++)
        {
            for (var place = 0; place < rows.Length; place++)
            {
                var row = rows[place];
                var mode = column > 0
                    || row <= half ? (row * coarse.ModesX) + column : ((rows.Length - row) * coarse.ModesX) + last;
                table[((1 + (column / TLanes.Count * rows.Length) + place) * TLanes.Count) + (column % TLanes.Count)] =
                    mode;
            }
        }

        return table;
    }
}
