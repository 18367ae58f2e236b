using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The ensemble Kalman filter with perturbed observations.</summary>
/// <remarks>
/// Every member moves by K (y + ε - H(x)), K = B Hᵀ (H B Hᵀ + R)⁻¹, B the sample covariance over members - 1 and ε a
/// draw from N(0, R) of its own. Burgers, van Leeuwen and Evensen (1998),
/// doi:10.1175/1520-0493(1998)126&lt;1719:ASITEK&gt;2.0.CO;2. Neither a state by state matrix where the ensemble is
/// smaller, nor a members by members one where the observations are fewer, is formed.
/// </remarks>
public sealed record StochasticEnkf : IAnalysis
{
    private const int Block = 64;

    /// <summary>
    /// Whether the drawn errors are shifted and scaled, √(N/(N-1)), to a mean of exactly zero; their sampling error
    /// then leaves the mean alone.
    /// </summary>
    public required bool Centered { get; init; }

    /// <summary>Threads that share the work; the bytes do not depend on it.</summary>
    public int Threads { get; init; } = Workers.Limit;

    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        ArgumentNullException.ThrowIfNull(random);
        if (observations.Count == 0)
        {
            return;
        }

        using var prior = Prior.Of(ensemble, observations, y);
        using var departures = Departures(prior, random);
        using var gain = Gain.Of(ensemble, observations, prior);
        gain.Move(ensemble, departures);
    }

    /// <summary>
    /// The mean of what <see cref="Update"/> would make of the ensemble, from one solution of one linear system.
    /// </summary>
    /// <param name="ensemble">Members in rows, left as they are.</param>
    /// <param name="observations">What is observed and how well.</param>
    /// <param name="y">The observed values, shape [observations.Count].</param>
    /// <param name="random">The source that <see cref="Update"/> would draw the observation errors from.</param>
    /// <returns>The analysis mean, shape [state size].</returns>
    public double[] Mean(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        ArgumentNullException.ThrowIfNull(random);
        var mean = new double[ensemble.Size];
        Moments.Mean(ensemble.Values, ensemble.Size, mean);
        if (observations.Count == 0)
        {
            return mean;
        }

        using var prior = Prior.Of(ensemble, observations, y);
        var departure = prior.Innovation;
        if (!Centered)
        {
            TensorPrimitives.Add(departure, MeanNoise(ensemble.Count, departure.Length, random), departure);
        }

        using var gain = Gain.Of(ensemble, observations, prior);
        gain.MoveOne(mean, departure);
        return mean;
    }

    // L⁻¹ (y + ε - H(x)) of every member: the innovation of the mean, minus the member's anomaly, plus white noise.
    private Matrix Departures(Prior prior, RandomSource random)
    {
        var (members, count) = (prior.Y.Rows, prior.Y.Columns);
        var noise = Matrix.Rent(members, count);
        Work.InBlocks(members, Block, Threads, (first, end) =>
        {
            for (var m = first; m < end; m++)
            {
                random[m].Normals(noise[m]);
            }
        });
        var factor = Centered ? Math.Sqrt(members / (members - 1.0)) : 1;
        var shift = prior.Innovation.ToArray();
        if (Centered)
        {
            var mean = new double[count];
            Moments.Mean(noise.Values, count, mean);
            TensorPrimitives.MultiplyAdd(mean, -factor, shift, shift);
        }

        Moments.Depart(noise.Values, factor, prior.Y.Values, shift);
        return noise;
    }

    private double[] MeanNoise(int members, int count, RandomSource random)
    {
        var sums = new States((members + Block - 1) / Block, count);
        Work.InBlocks(members, Block, Threads, (first, end) =>
        {
            var draw = new double[count];
            for (var m = first; m < end; m++)
            {
                random[m].Normals(draw);
                TensorPrimitives.Add(sums[first / Block], draw, sums[first / Block]);
            }
        });
        var mean = new double[count];
        Moments.Mean(sums.Values, count, mean);
        TensorPrimitives.Multiply(mean, (double)sums.Count / members, mean);
        return mean;
    }
}
