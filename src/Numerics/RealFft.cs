using System.Collections.Concurrent;
using System.Numerics;

namespace Sci.Numerics;

/// <summary>Fourier transforms of real rows of one length; a shared, immutable plan, safe on any number of threads.</summary>
/// <remarks>
/// Forward: û[k] = Σ_j x[j] exp(-2πi jk/n) for k = 0 … n/2, not normalised. Inverse: divided by n, so that it undoes
/// forward; the imaginary parts of û[0] and, for even n, of û[n/2] have no meaning there and are ignored.
/// The same input gives the same bits wherever it lies in memory, on any thread and in every run.
/// </remarks>
public sealed class RealFft
{
    private static readonly ConcurrentDictionary<int, RealFft> Shared = new();

    private readonly IFourierPlan plan;

    internal RealFft(int points, IFourierPlan plan)
    {
        Points = points;
        Modes = (points / 2) + 1;
        this.plan = plan;
    }

    /// <summary>The engine in use and, where it is not the fast one, how to have that; one line.</summary>
    public static string Engine => FourierPlans.Engine;

    /// <summary>Length n of a row.</summary>
    public int Points { get; }

    /// <summary>Number of modes of a row, n/2 + 1.</summary>
    public int Modes { get; }

    /// <summary>The plan for rows of <paramref name="points"/> values, made once.</summary>
    public static RealFft Of(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return Shared.GetOrAdd(points, n => new RealFft(n, FourierPlans.Of(1, n)));
    }

    /// <summary>Modes of one row, shape [<see cref="Points"/>] to [<see cref="Modes"/>].</summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes) => Forward(x, modes, 1);

    /// <summary>Modes of contiguous rows, shape [rows, <see cref="Points"/>] to [rows, <see cref="Modes"/>].</summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes, int rows)
    {
        Check(x.Length, modes.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            plan.Forward(x.Slice(row * Points, Points), modes.Slice(row * Modes, Modes));
        }
    }

    /// <summary>The row of the given modes, shape [<see cref="Modes"/>] to [<see cref="Points"/>]; the modes are kept.</summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x) => Inverse(modes, x, 1);

    /// <summary>Contiguous rows from their modes, shape [rows, <see cref="Modes"/>] to [rows, <see cref="Points"/>].</summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x, int rows)
    {
        Check(x.Length, modes.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            plan.Inverse(modes.Slice(row * Modes, Modes), x.Slice(row * Points, Points));
        }
    }

    private void Check(int values, int modes, int rows)
    {
        if (values != (long)rows * Points || modes != (long)rows * Modes)
        {
            throw new ArgumentException(
                $"{rows} rows of {Points} points need {(long)rows * Points} values and {(long)rows * Modes} modes, "
                + $"not {values} and {modes}.");
        }
    }
}
