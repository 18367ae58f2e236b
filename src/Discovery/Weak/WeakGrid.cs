using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The places of the test functions over a series, and integrals against them.</summary>
/// <remarks>A row is a pair of places; time is slow: row = (place in time) · (places in space) + place in space.</remarks>
public sealed class WeakGrid
{
    /// <summary>Puts test functions at every stride-th point of the series where their supports fit in.</summary>
    public WeakGrid(int times, int points, TestFunction inTime, TestFunction inSpace, int strideInTime, int strideInSpace)
    {
        ArgumentNullException.ThrowIfNull(inTime);
        ArgumentNullException.ThrowIfNull(inSpace);
        (Times, Points, InTime, InSpace, StrideInTime, StrideInSpace) = (times, points, inTime, inSpace, strideInTime, strideInSpace);
        PlacesInTime = Places(times, inTime.HalfWidth, strideInTime);
        PlacesInSpace = Places(points, inSpace.HalfWidth, strideInSpace);
        if (PlacesInTime < 1 || PlacesInSpace < 1)
        {
            throw new ArgumentException(
                $"Test functions of {(2 * inTime.HalfWidth) + 1} by {(2 * inSpace.HalfWidth) + 1} points do not fit into {times} by {points}.");
        }
    }

    /// <summary>Number of observations in time.</summary>
    public int Times { get; }

    /// <summary>Number of points in space.</summary>
    public int Points { get; }

    /// <summary>The factor of the test function that depends on time.</summary>
    public TestFunction InTime { get; }

    /// <summary>The factor that depends on space.</summary>
    public TestFunction InSpace { get; }

    /// <summary>Points from one place in time to the next.</summary>
    public int StrideInTime { get; }

    /// <summary>Points from one place in space to the next.</summary>
    public int StrideInSpace { get; }

    /// <summary>Number of places in time.</summary>
    public int PlacesInTime { get; }

    /// <summary>Number of places in space.</summary>
    public int PlacesInSpace { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => PlacesInTime * PlacesInSpace;

    /// <summary>How many test functions overlap at a point, on either axis half a support from centre to centre counting as one.</summary>
    public double Overlap => (double)InTime.HalfWidth / StrideInTime * InSpace.HalfWidth / StrideInSpace;

    /// <summary>The same test functions at places further apart, so that at most so many rows are left.</summary>
    public WeakGrid Thinned(int overlap, int maximumRows)
    {
        var (t, x) = (Math.Max(1, InTime.HalfWidth / overlap), Math.Max(1, InSpace.HalfWidth / overlap));
        var thin = new WeakGrid(Times, Points, InTime, InSpace, t, x);
        while (thin.Rows > maximumRows)
        {
            (t, x) = (t + Math.Max(1, t / 8), x + Math.Max(1, x / 8));
            thin = new WeakGrid(Times, Points, InTime, InSpace, t, x);
        }

        return thin;
    }

    /// <summary>∬ f (-∂ₜ)^a φ at the places in time, for all points, shape [places in time, points].</summary>
    public States IntegrateInTime(ReadOnlySpan<double> f, int order)
    {
        var weights = InTime.Derivative(order);
        var scale = InTime.Spacing * (order % 2 == 0 ? 1 : -1);
        var result = new States(PlacesInTime, Points);
        for (var place = 0; place < PlacesInTime; place++)
        {
            var row = result[place];
            for (var k = 0; k < weights.Length; k++)
            {
                Add(row, scale * weights[k], f.Slice(((place * StrideInTime) + k) * Points, Points));
            }
        }

        return result;
    }

    /// <summary>Completes <see cref="IntegrateInTime"/> by the integral against (-∂ₓ)^b φ, shape [rows].</summary>
    public void IntegrateInSpace(States inTime, int order, double factor, Span<double> rows)
    {
        ArgumentNullException.ThrowIfNull(inTime);
        var weights = InSpace.Derivative(order);
        var scale = factor * InSpace.Spacing * (order % 2 == 0 ? 1 : -1);
        for (var t = 0; t < PlacesInTime; t++)
        {
            for (var x = 0; x < PlacesInSpace; x++)
            {
                rows[(t * PlacesInSpace) + x] = scale * Dot(weights, inTime[t].Slice(x * StrideInSpace, weights.Length));
            }
        }
    }

    private static int Places(int points, int halfWidth, int stride) =>
        points < (2 * halfWidth) + 1 ? 0 : ((points - (2 * halfWidth) - 1) / stride) + 1;

    private static void Add(Span<double> y, double factor, ReadOnlySpan<double> x)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
