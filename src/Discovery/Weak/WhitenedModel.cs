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
    private double[]? covariance;
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

    /// <summary>Number of rows in blocks, each as often as its trajectory counts.</summary>
    public double Rows => noises.Select((noise, at) => systems[at].Weight * noise.Size * noise.Blocks.Length).Sum();

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
    /// Covariance of the weights under the local noise of the data, shape [support, support]; after
    /// <see cref="Iterate"/>.
    /// </summary>
    /// <remarks>The sandwich A⁻¹XᵀCXA⁻¹, X = C⁻¹Φ block by block, the C between the two that of all rows.</remarks>
    public double[] Covariance() => covariance ??= Sandwich(Spread());

    /// <summary>
    /// The mean over the weights of their variances over those of rows in independent blocks, products as noisy as in
    /// the mean: by how much an irrelevant term lowers χ² in the mean.
    /// </summary>
    public double Inflation()
    {
        var k = Support.Length;
        return k == 0 ? 1 : TensorPrimitives.Dot<double>(Covariance(), normal) / k;
    }

    /// <summary>
    /// Half the square of each column's product with the residual over its own, the model's columns taken out of it: a
    /// first guess of what the column would add to the log likelihood, shape [columns of the library].
    /// </summary>
    public double[] Gains(int count)
    {
        var k = Support.Length;
        var factor = Cholesky.Of((double[])information.Clone(), k);
        var gains = new double[count];
        double[] coefficients = [1, .. Weights.Select(weight => -weight), .. given.Select(weight => -weight)];
        int[] numbers = [BlockNoise.Target, .. columns];
        var white = whitenings.Select(whitening => whitening.Of(numbers)).ToArray();
        var residuals = white.Select(rows => Combined(rows, coefficients)).ToArray();
        var all = whitenings.Select(whitening => whitening.Of([.. Enumerable.Range(0, count)])).ToArray();
        for (var column = 0; column < count; column++)
        {
            var (product, square, shared) = (0.0, 0.0, new double[k]);
            for (var at = 0; at < systems.Count; at++)
            {
                var (values, weight) = (all[at][column], systems[at].Weight);
                product += weight * TensorPrimitives.Dot<double>(values, residuals[at]);
                square += weight * TensorPrimitives.Dot<double>(values, values);
                for (var i = 0; i < k; i++)
                {
                    shared[i] += weight * TensorPrimitives.Dot<double>(values, white[at][i + 1]);
                }
            }

            factor.Forward(shared);
            var left = square - TensorPrimitives.Dot<double>(shared, shared);
            gains[column] = left > 1e-9 * square && !Support.Contains(column) ? 0.5 * product * product / left : 0;
        }

        return gains;
    }

    /// <summary>
    /// The sets that are left as the least significant column leaves, one after the other, the covariance held; with
    /// what that takes from the log likelihood. Ends where noise outweighs signal.
    /// </summary>
    public IEnumerable<(int[] Support, double Loss)> Eliminations()
    {
        var (k, weights) = (Support.Length, (double[])Weights.Clone());
        var inverse = Cholesky.Of((double[])normal.Clone(), k).Inverse();
        List<int> left = [.. Enumerable.Range(0, k)];
        var loss = 0.0;
        while (left.Count > 0 && left.All(i => inverse[(i * k) + i] > 0))
        {
            var least = left.MinBy(i => weights[i] * weights[i] / inverse[(i * k) + i]);
            var (variance, weight) = (inverse[(least * k) + least], weights[least]);
            loss += 0.5 * weight * weight / variance;
            var column = left.Select(i => inverse[(i * k) + least]).ToArray();
            for (var i = 0; i < left.Count; i++)
            {
                weights[left[i]] -= column[i] * weight / variance;
                for (var j = 0; j < left.Count; j++)
                {
                    inverse[(left[i] * k) + left[j]] -= column[i] * column[j] / variance;
                }
            }

            left.Remove(least);
            yield return ([.. left.Select(i => Support[i])], loss);
        }
    }

    private static double[] Combined(double[][] rows, double[] coefficients)
    {
        var sum = new double[rows[0].Length];
        for (var a = 0; a < rows.Length; a++)
        {
            TensorPrimitives.MultiplyAdd(rows[a], coefficients[a], sum, sum);
        }

        return sum;
    }

    // XᵀCX: what the noise makes of the weights' moments; of a trajectory that counts twice, as of two.
    private double[] Spread()
    {
        var k = Support.Length;
        var middle = new double[k * k];
        var duals = whitenings.Select(
            whitening => whitening.Of(Support).Select(whitening.Dual).ToArray()).ToArray();
        foreach (var group in Enumerable.Range(0, k == 0 ? 0 : systems.Count).GroupBy(at => systems[at].Series))
        {
            var system = systems[group.First()];
            var noise = new LocalNoise(
                system.Noises, [.. columns.Select(column => system.Terms[column])], [.. Weights, .. given]);
            var spread = noise.Covariance([.. group.Select(at => (systems[at].Grid, duals[at]))]);
            TensorPrimitives.MultiplyAdd(spread, system.Weight, middle, middle);
        }

        for (var at = 0; at < middle.Length; at++)
        {
            for (var system = 0; system < systems.Count; system++)
            {
                middle[at] += systems[system].Weight * whitenings[system].Quadrature
                    * TensorPrimitives.Dot<double>(duals[system][at / k], duals[system][at % k]);
            }
        }

        return middle;
    }

    private double[] Sandwich(double[] middle)
    {
        var k = Support.Length;
        var factor = Cholesky.Of((double[])normal.Clone(), k);
        for (var j = 0; j < k; j++)
        {
            factor.Solve(middle.AsSpan(j * k, k));
        }

        var sandwich = new double[k * k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                sandwich[(i * k) + j] = middle[(j * k) + i];
            }

            factor.Solve(sandwich.AsSpan(i * k, k));
        }

        return sandwich;
    }

    private void Step()
    {
        var k = Support.Length;
        var moments = new double[k];
        (normal, information, ChiSquare, covariance) = (new double[k * k], new double[k * k], 0, null);
        whitenings = [.. systems.Select((system, at) => new Whitening(
            system, noises[at], columns, [.. Weights, .. given], whitenings.ElementAtOrDefault(at)))];
        for (var at = 0; at < whitenings.Length; at++)
        {
            Add(whitenings[at], systems[at].Weight, moments);
        }

        Reliability = LeastShare();
        var factor = Cholesky.Of((double[])normal.Clone(), k);
        factor.Solve(moments);
        IsRegular = factor.IsRegular && moments.All(double.IsFinite);
        Weights = moments;
    }

    private void Add(Whitening whitening, double weight, double[] moments)
    {
        var (k, noise) = (Support.Length, whitening.Noise);
        int[] numbers = [BlockNoise.Target, .. columns];
        double[] coefficients = [1, .. Weights.Select(weight => -weight), .. given.Select(weight => -weight)];
        var white = whitening.Of(numbers);
        var residual = Combined(white, coefficients);
        ChiSquare += weight * TensorPrimitives.Dot<double>(residual, residual);
        var inverse = whitening.Inverse();
        for (var i = 0; i < k; i++)
        {
            for (var a = 0; a < numbers.Length; a++)
            {
                // Pairs of two columns hold K + Kᵀ.
                var product = weight * TensorPrimitives.Dot<double>(white[i + 1], white[a]);
                var shared = weight * TensorPrimitives.Dot<double>(inverse, noise.Pair(numbers[i + 1], numbers[a]));
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
