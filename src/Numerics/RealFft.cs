using System.Collections.Concurrent;
using System.Numerics;

namespace Sci.Numerics;

/// <summary>
/// Fourier transforms of real rows of one length; a shared, immutable plan, safe on any number of threads.
/// </summary>
/// <remarks>
/// Forward: û[k] = Σ_j x[j] exp(-2πi jk/n) for k = 0 … n/2, not normalised. Inverse: divided by n, so that it undoes
/// forward; the imaginary parts of û[0] and, for even n, of û[n/2] have no meaning there and are ignored.
/// The same input gives the same bits wherever it lies in memory, on any thread and in every run.
/// </remarks>
public sealed class RealFft
{
    private static readonly ConcurrentDictionary<int, RealFft> Shared = new();

    private readonly FourierRows rows;

    internal RealFft(int points, IFourierPlan plan) =>
        rows = new FourierRows(plan, points, (points / 2) + 1, $"rows of {points} points");

    /// <summary>The engine in use and, where it is not the fast one, how to have that; one line.</summary>
    public static string Engine => FourierPlans.Engine;

    /// <summary>Length n of a row.</summary>
    public int Points => rows.Points;

    /// <summary>Number of modes of a row, n/2 + 1.</summary>
    public int Modes => rows.Modes;

    /// <summary>The plan for rows of <paramref name="points"/> values, made once.</summary>
    public static RealFft Of(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return Shared.GetOrAdd(points, n => new RealFft(n, FourierPlans.Of(1, n)));
    }

    /// <summary>Modes of one row, shape [<see cref="Points"/>] to [<see cref="Modes"/>].</summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes) => Forward(x, modes, 1);

    /// <summary>
    /// Modes of contiguous rows, shape [count, <see cref="Points"/>] to [count, <see cref="Modes"/>].
    /// </summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes, int count) =>
        rows.Forward(x, modes, count);

    /// <summary>
    /// The row of the given modes, shape [<see cref="Modes"/>] to [<see cref="Points"/>]; the modes are kept.
    /// </summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x) => Inverse(modes, x, 1);

    /// <summary>
    /// Contiguous rows from their modes, shape [count, <see cref="Modes"/>] to [count, <see cref="Points"/>].
    /// </summary>
    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x, int count) =>
        rows.Inverse(modes, x, count);
}
