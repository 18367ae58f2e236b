using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Least squares of several experts, each with unknowns of its own, and of rows that say where their fields agree.
/// </summary>
/// <remarks>
/// Experts are independent but for those rows, whose part of the normal equations is always the same: the work is that
/// of the experts, in parallel, and one factorisation of all unknowns.
/// </remarks>
public sealed class CoupledExperts : ILeastSquares
{
    private readonly NormalEquations[] experts;
    private readonly int[] first;
    private readonly States coupling;

    /// <param name="experts">The residuals of each.</param>
    /// <param name="agreements">
    /// Rows of all unknowns, one expert's after the other's, shape [rows, unknowns]; each times ω is to be zero.
    /// </param>
    public CoupledExperts(IReadOnlyList<INonlinearResidual> experts, States agreements)
    {
        ArgumentNullException.ThrowIfNull(experts);
        ArgumentNullException.ThrowIfNull(agreements);
        this.experts = [.. experts.Select(expert => new NormalEquations(expert))];
        first = [.. experts.Select((_, k) => experts.Take(k).Sum(expert => expert.Unknowns))];
        Unknowns = experts.Sum(expert => expert.Unknowns);
        if (agreements.Size != Unknowns)
        {
            throw new ArgumentException(
                $"The rows are of {agreements.Size} unknowns, but the experts have {Unknowns}.", nameof(agreements));
        }

        coupling = new States(Unknowns, Unknowns);
        if (agreements.Count > 0)
        {
            Blas.Gemm(1, MatrixSpan.Of(agreements).T, MatrixSpan.Of(agreements), 0, MatrixSpan.Of(coupling));
        }
    }

    /// <inheritdoc/>
    public int Unknowns { get; }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> omega, States normal, Span<double> slope)
    {
        ArgumentNullException.ThrowIfNull(normal);
        var (all, own, slopes, values) = (
            omega.ToArray(), new States[experts.Length], new double[experts.Length][], new double[experts.Length]);
        Workers.For(experts.Length, k =>
        {
            var n = experts[k].Unknowns;
            (own[k], slopes[k]) = (new States(n, n), new double[n]);
            values[k] = experts[k].Evaluate(all.AsSpan(first[k], n), own[k], slopes[k]);
        });
        coupling.Values.CopyTo(normal.Values);
        var value = values.Sum();
        for (var i = 0; i < Unknowns; i++)
        {
            slope[i] = Vectors.Dot<double>(coupling[i], omega);
            value += omega[i] * slope[i];
        }

        for (var k = 0; k < experts.Length; k++)
        {
            for (var i = 0; i < slopes[k].Length; i++)
            {
                slope[first[k] + i] += slopes[k][i];
                Vectors.Add<double>(normal[first[k] + i].Slice(first[k], slopes[k].Length), 1, own[k][i]);
            }
        }

        return value;
    }
}
