using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// Weights of a set of columns under the covariance that the noise gives the rows, without the noise's bias.
/// </summary>
/// <remarks>
/// Least squares on noisy columns shrinks the weights. With C the covariance of a block's rows at w and K that of two
/// columns, (ΦᵀC⁻¹Φ - N)w = ΦᵀC⁻¹t - n, N = tr C⁻¹K, is consistent; C follows w from step to step.
/// </remarks>
internal sealed class WhitenedModel
{
    private readonly IReadOnlyList<WeakSystem> systems;
    private readonly IReadOnlyList<BlockNoise> noises;
    private readonly int[] columns;
    private readonly double[] given;
    private double[] normal = [];
    private double[] information = [];
    private Whitening[] whitenings = [];

    /// <summary>
    /// Starts from the weights that unwhitened rows give, the noise's mean taken from their products.
    /// </summary>
    /// <param name="systems">The rows of all trajectories and widths.</param>
    /// <param name="noises">Their blocks.</param>
    /// <param name="support">The columns.</param>
    /// <param name="known">Further columns, whose weights are given.</param>
    public WhitenedModel(
        IReadOnlyList<WeakSystem> systems,
        IReadOnlyList<BlockNoise> noises,
        IReadOnlyList<int> support,
        IReadOnlyList<(int Column, double Weight)> known)
    {
        (this.systems, this.noises, Support) = (systems, noises, [.. support]);
        columns = [.. support, .. known.Select(term => term.Column)];
        given = [.. known.Select(term => term.Weight)];
        Weights = CompensatedWeights.Of(systems, Support, known);
    }

    /// <summary>Columns of the model, known ones left out.</summary>
    public int[] Support { get; }

    /// <summary>The weights, shape [support].</summary>
    public double[] Weights { get; private set; }

    /// <summary>rᵀC⁻¹r at the weights before the last step; near <see cref="Rows"/> for the truth.</summary>
    public double ChiSquare { get; private set; }

    /// <summary>Number of rows in blocks.</summary>
    public int Rows => noises.Sum(noise => noise.Size * noise.Blocks.Length);

    /// <summary>
    /// Share of signal in that combination of the columns which holds the least of it: 1 without noise; a set with less
    /// than half agrees with any target.
    /// </summary>
    public double Reliability { get; private set; }

    /// <summary>Whether the weights are numbers, and the covariance could be factored.</summary>
    public bool IsRegular { get; private set; } = true;

    /// <summary>Steps: the covariance at the present weights, then the weights under it.</summary>
    public void Iterate(int steps)
    {
        for (var step = 0; step < steps && IsRegular; step++)
        {
            try
            {
                Step();
            }
            catch (ArithmeticException)
            {
                // No covariance: the weights are so large that the columns' noise cancels to rounding.
                IsRegular = false;
            }
        }
    }

    /// <summary>
    /// Covariance of the weights, shape [support, support], what blocks share counted; after <see cref="Iterate"/>.
    /// </summary>
    /// <remarks>The sandwich A⁻¹XᵀCXA⁻¹, X = C⁻¹Φ block by block, C that of all rows.</remarks>
    public double[] Covariance()
    {
        var k = Support.Length;
        var duals = systems.Select((_, at) => Support.Select(column => whitenings[at].Dual(whitenings[at].Of(column))).ToArray()).ToArray();
        var middle = new double[k * k];
        for (var one = 0; one < systems.Count; one++)
        {
            for (var other = 0; other < systems.Count; other++)
            {
                if (systems[one].Series == systems[other].Series)
                {
                    AddSpread(middle, one, other, duals);
                }
            }
        }

        return Sandwich(middle);
    }

    private void AddSpread(double[] middle, int one, int other, double[][][] duals)
    {
        var k = Support.Length;
        WeakTerm[] terms = [.. columns.Select(column => systems[one].Terms[column])];
        var noise = systems[one].Noises.RowCovariance(
            systems[one].Grid, systems[other].Grid, terms, [.. Weights, .. given]);
        for (var j = 0; j < k; j++)
        {
            var spread = noise.Times(duals[other][j]);
            if (one == other)
            {
                TensorPrimitives.MultiplyAdd(duals[one][j], whitenings[one].Quadrature, spread, spread);
            }

            for (var i = 0; i < k; i++)
            {
                middle[(j * k) + i] += TensorPrimitives.Dot<double>(spread, duals[one][i]);
            }
        }
    }

    private double[] Sandwich(double[] middle)
    {
        var k = Support.Length;
        var factor = Cholesky.Of((double[])normal.Clone(), k);
        for (var j = 0; j < k; j++)
        {
            factor.Solve(middle.AsSpan(j * k, k));
        }

        var covariance = new double[k * k];
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

    private void Step()
    {
        var k = Support.Length;
        var moments = new double[k];
        (normal, information, ChiSquare) = (new double[k * k], new double[k * k], 0);
        whitenings = [.. systems.Select(
            (system, at) => new Whitening(system, noises[at], columns, [.. Weights, .. given]))];
        foreach (var whitening in whitenings)
        {
            Add(whitening, moments);
        }

        Reliability = LeastShare();
        var factor = Cholesky.Of((double[])normal.Clone(), k);
        factor.Solve(moments);
        IsRegular = factor.IsRegular && moments.All(double.IsFinite);
        Weights = moments;
    }

    private void Add(Whitening whitening, double[] moments)
    {
        var (k, noise) = (Support.Length, whitening.Noise);
        int[] numbers = [BlockNoise.Target, .. columns];
        double[] coefficients = [1, .. Weights.Select(weight => -weight), .. given.Select(weight => -weight)];
        var white = numbers.Select(whitening.Of).ToArray();
        var residual = new double[white[0].Length];
        for (var a = 0; a < numbers.Length; a++)
        {
            TensorPrimitives.MultiplyAdd(white[a], coefficients[a], residual, residual);
        }

        ChiSquare += TensorPrimitives.Dot<double>(residual, residual);
        var inverse = whitening.Inverse();
        for (var i = 0; i < k; i++)
        {
            for (var a = 0; a < numbers.Length; a++)
            {
                // Pairs of two columns hold K + Kᵀ.
                var product = TensorPrimitives.Dot<double>(white[i + 1], white[a]);
                var shared = TensorPrimitives.Dot<double>(inverse, noise.Pair(numbers[i + 1], numbers[a]));
                var clean = product - (shared * noise.Blocks.Length * (i + 1 == a ? 1 : 0.5));
                if (a == 0 || a > k)
                {
                    moments[i] += a == 0 ? clean : -given[a - 1 - k] * clean;
                    continue;
                }

                normal[(i * k) + a - 1] += clean;
                information[(i * k) + a - 1] += product;
            }
        }
    }

    // The least eigenvalue of L⁻¹(ΦᵀC⁻¹Φ - N)L⁻ᵀ, LLᵀ = ΦᵀC⁻¹Φ.
    private double LeastShare()
    {
        var k = Support.Length;
        if (k == 0)
        {
            return 1;
        }

        var factor = Cholesky.Of((double[])information.Clone(), k);
        var (half, share) = (new double[k * k], new double[k * k]);
        for (var i = 0; i < k; i++)
        {
            normal.AsSpan(i * k, k).CopyTo(half.AsSpan(i * k, k));
            factor.Forward(half.AsSpan(i * k, k));
        }

        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                share[(i * k) + j] = half[(j * k) + i];
            }

            factor.Forward(share.AsSpan(i * k, k));
        }

        var values = new double[k];
        Blas.SymmetricEigen(new ReadOnlyMatrixSpan(share, k, k), values, new MatrixSpan(half, k, k));
        return values.Min();
    }
}
