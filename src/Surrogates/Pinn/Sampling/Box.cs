using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>A box of coordinates.</summary>
/// <param name="Lower">Least value of each.</param>
/// <param name="Upper">Greatest value of each.</param>
public sealed record Box(IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    /// <summary>Number of coordinates.</summary>
    public int Dimension => Lower.Count;

    /// <summary>Independent uniform points, shape [count, dimension].</summary>
    public double[] Uniform(int count, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var points = new double[count * Dimension];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = At(i % Dimension, random.Uniform());
        }

        return points;
    }

    /// <summary>
    /// A Latin hypercube: in each coordinate one point in each of <paramref name="count"/> equal intervals.
    /// </summary>
    /// <remarks>McKay, Beckman and Conover (1979), doi:10.2307/1268522.</remarks>
    public double[] LatinHypercube(int count, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var points = new double[count * Dimension];
        var order = new int[count];
        for (var d = 0; d < Dimension; d++)
        {
            for (var i = 0; i < count; i++)
            {
                order[i] = i;
            }

            random.Shuffle<int>(order);
            for (var i = 0; i < count; i++)
            {
                points[(i * Dimension) + d] = At(d, (order[i] + random.Uniform()) / count);
            }
        }

        return points;
    }

    private double At(int d, double share) => Lower[d] + (share * (Upper[d] - Lower[d]));
}
