using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>Weights of a weak form with the noise that the columns share taken out, and what they are worth.</summary>
/// <remarks>
/// Least squares on noisy columns shrinks the weights, ΦᵀΦ holding the noise's own power. With its mean N subtracted,
/// (ΦᵀΦ - N)w = Φᵀt is consistent; the covariance is the sandwich A⁻¹ΦᵀCΦA⁻¹, A = ΦᵀΦ - N, C the rows' covariance at w.
/// </remarks>
internal sealed class ErrorsInVariables
{
    private readonly IReadOnlyList<WeakSystem> systems;
    private readonly WeakTerm[] terms;
    private readonly int[] columns;
    private readonly double[] given;

    /// <summary>Weighs a set of columns.</summary>
    /// <param name="systems">The rows of all trajectories.</param>
    /// <param name="support">The columns.</param>
    /// <param name="known">Further columns, whose weights are given.</param>
    public ErrorsInVariables(
        IReadOnlyList<WeakSystem> systems, IReadOnlyList<int> support, IReadOnlyList<(int Column, double Weight)> known)
    {
        this.systems = systems;
        Support = [.. support];
        columns = [.. support, .. known.Select(term => term.Column)];
        given = [.. known.Select(term => term.Weight)];
        terms = [.. columns.Select(j => systems[0].Terms[j])];
        var (gram, moments) = Compensated();
        var factor = Cholesky.Of(gram, Support.Length);
        Weights = moments;
        factor.Solve(Weights);
        IsRegular = factor.IsRegular;
        Covariance = Sandwich(factor);
    }

    /// <summary>Columns of the model, known ones left out.</summary>
    public int[] Support { get; }

    /// <summary>The compensated weights, shape [support].</summary>
    public double[] Weights { get; }

    /// <summary>Their covariance, shape [support, support].</summary>
    public double[] Covariance { get; }

    /// <summary>Whether anything is left of the columns when the noise is taken out.</summary>
    public bool IsRegular { get; }

    /// <summary>Whether every column holds more signal than noise; one that does not agrees with any target.</summary>
    public bool IsResolved { get; private set; } = true;

    private double[] All => [.. Weights, .. given];

    /// <summary>-½χ² of the residual on thinned grids, less the price of every term.</summary>
    /// <remarks>
    /// χ² = rᵀC⁻¹r is the least change, in units of the noise, that makes the observed fields satisfy the equation: no
    /// determinant belongs to it. Near the number of rows for the truth.
    /// </remarks>
    /// <param name="thin">The same data on few enough rows for a dense covariance.</param>
    /// <param name="price">κ a term.</param>
    public double Score(IReadOnlyList<WeakSystem> thin, double price) =>
        (-0.5 * thin.Sum(system => RowLikelihood.Of(system, columns, All).ChiSquare)) - (price * Support.Length);

    private (double[] Gram, double[] Moments) Compensated()
    {
        var k = Support.Length;
        var (gram, moments, own) = (new double[k * k], new double[k], new double[k]);
        foreach (var system in systems)
        {
            for (var i = 0; i < k; i++)
            {
                var one = system.Columns[columns[i]];
                moments[i] += Dot(one, system.Target);
                own[i] += Dot(one, one);
                for (var j = 0; j < columns.Length; j++)
                {
                    var product = Dot(one, system.Columns[columns[j]]) - system.Noises.InGram(system.Grid, terms[i], terms[j]);
                    if (j < k)
                    {
                        gram[(i * k) + j] += product;
                    }
                    else
                    {
                        moments[i] -= given[j - k] * product;
                    }
                }
            }
        }

        for (var i = 0; i < k; i++)
        {
            IsResolved &= gram[(i * k) + i] > 0.5 * own[i];
        }

        return (gram, moments);
    }

    private double[] Sandwich(Cholesky factor)
    {
        var k = Support.Length;
        var middle = new double[k * k];
        foreach (var (one, other) in systems.SelectMany(one => systems.Where(other => other.Series == one.Series), (one, other) => (one, other)))
        {
            var noise = one.Noises.RowCovariance(one.Grid, other.Grid, terms, All);
            for (var j = 0; j < k; j++)
            {
                var spread = noise.Times(other.Columns[columns[j]]);
                for (var i = 0; i < k; i++)
                {
                    middle[(j * k) + i] += Dot(spread, one.Columns[columns[i]]);
                }
            }
        }

        var covariance = new double[k * k];
        for (var j = 0; j < k; j++)
        {
            factor.Solve(middle.AsSpan(j * k, k));
        }

        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                covariance[(i * k) + j] = middle[(j * k) + i];
            }

            factor.Solve(covariance.AsSpan(i * k, k));
        }

        return covariance;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TensorPrimitives.Dot(x, y);
}
