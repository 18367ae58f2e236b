using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Where the modes of a <see cref="LaneJet{TLanes}"/> lie.</summary>
/// <remarks>
/// Groups of as many columns (wavenumbers in x) as lanes, the half-sampling column included, in each a wave for every
/// row of modes in order. Lanes behind the last column are 0. Products are formed on 3/2 times the points.
/// </remarks>
internal sealed class JetLayout<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, double>
{
    private readonly int modesX;

    public JetLayout(JetSymbols symbols)
    {
        modesX = symbols.ModesX;
        Rows = symbols.Fft.PointsY;
        FineRows = 3 * Rows / 2;
        Groups = GroupsOf(modesX);
        (AlongY, AlongFineY) = (new ComplexFft<TLanes, double>(Rows), new ComplexFft<TLanes, double>(FineRows));
        Planes = new BoxPlanes<TLanes, double>(FineRows, 3 * symbols.Fft.PointsX / 2, Groups, hasHalf: false);
        Places = [.. Enumerable.Range(0, Rows).Select(row => 2 * TLanes.Count * AlongY.Places[row])];
        FinePlaces = [.. Enumerable.Range(0, Rows).Select(row =>
            2 * TLanes.Count * AlongFineY.Places[row < Rows / 2 ? row : row + FineRows - Rows])];
        Beyond = [.. Enumerable.Range(0, FineRows).Select(place => 2 * TLanes.Count * place).Except(FinePlaces)];
    }

    /// <summary>Number of rows of modes, and of points.</summary>
    public int Rows { get; }

    /// <summary>Number of rows of points where products are formed.</summary>
    public int FineRows { get; }

    /// <summary>Number of groups of columns.</summary>
    public int Groups { get; }

    /// <summary>Doubles of a group's modes.</summary>
    public int Group => 2 * TLanes.Count * Rows;

    public ComplexFft<TLanes, double> AlongY { get; }

    public ComplexFft<TLanes, double> AlongFineY { get; }

    public BoxPlanes<TLanes, double> Planes { get; }

    /// <summary>Where each row of modes lies in the transform along y, in doubles.</summary>
    public int[] Places { get; }

    /// <summary>The same on 3/2 times the points.</summary>
    public int[] FinePlaces { get; }

    /// <summary>The places there that no row of modes takes.</summary>
    public int[] Beyond { get; }

    /// <summary>Whether a box can be laid out so.</summary>
    public static bool Fits(JetSymbols symbols)
    {
        var (y, x) = (symbols.Fft.PointsY, symbols.Fft.PointsX);
        return x % 4 == 0 && y % 4 == 0 && 3 * y / 2 % (2 * TLanes.Count) == 0
            && ComplexFft<TLanes, double>.Fits(y) && ComplexFft<TLanes, double>.Fits(3 * y / 2)
            && ComplexFft<TLanes, double>.Fits(3 * x / 2)
            && GroupsOf(symbols.ModesX) * TLanes.Count <= 3 * x / 4;
    }

    /// <summary>A factor for every mode, 0 behind the last column: a vector for every wave.</summary>
    public AlignedMemory<double> Factors(Func<int, double> factor)
    {
        var factors = new AlignedMemory<double>(Groups * Group / 2);
        for (var mode = 0; mode < Rows * modesX; mode++)
        {
            factors.Values[Vector(mode)] = factor(mode);
        }

        return factors;
    }

    /// <summary>Modes into lanes.</summary>
    public void Load(ReadOnlySpan<Complex> modes, Span<double> waves)
    {
        for (var mode = 0; mode < modes.Length; mode++)
        {
            var at = Wave(mode);
            (waves[at], waves[at + TLanes.Count]) = (modes[mode].Real, modes[mode].Imaginary);
        }
    }

    /// <summary>The inverse.</summary>
    public void Store(ReadOnlySpan<double> waves, Span<Complex> modes)
    {
        for (var mode = 0; mode < modes.Length; mode++)
        {
            var at = Wave(mode);
            modes[mode] = new Complex(waves[at], waves[at + TLanes.Count]);
        }
    }

    private static int GroupsOf(int modesX) => (modesX + TLanes.Count - 1) / TLanes.Count;

    private int Vector(int mode)
    {
        var (row, column) = Math.DivRem(mode, modesX);
        var (group, lane) = Math.DivRem(column, TLanes.Count);
        return (((group * Rows) + row) * TLanes.Count) + lane;
    }

    private int Wave(int mode)
    {
        var vector = Vector(mode);
        return (2 * vector) - (vector % TLanes.Count);
    }
}
