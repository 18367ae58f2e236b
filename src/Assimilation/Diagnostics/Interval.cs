using System.Numerics.Tensors;

namespace Sci.Assimilation;

/// <summary>A mean and how far it may be off.</summary>
/// <param name="Mean">Of the series.</param>
/// <param name="HalfWidth">Of the 95 % confidence interval.</param>
public readonly record struct Interval(double Mean, double HalfWidth)
{
    // 97.5 % points of Student's distribution for 1, 2, … degrees of freedom.
    private static readonly double[] Student =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093,
    ];

    /// <summary>From independent values, such as one a seed.</summary>
    public static Interval Of(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            throw new ArgumentException($"An interval needs two values or more, not {values.Length}.", nameof(values));
        }

        double mean = 0, squares = 0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var freedom = values.Length - 1;
        var quantile = freedom <= Student.Length ? Student[freedom - 1] : 1.96 + (2.4 / freedom);
        return new Interval(mean, quantile * Math.Sqrt(squares / freedom / values.Length));
    }

    /// <summary>
    /// From a correlated series, by the means of 20 batches taken as independent (Law and Kelton, 2000, §9.5.3).
    /// </summary>
    public static Interval OfSeries(ReadOnlySpan<double> series)
    {
        const int batches = 20;
        var length = series.Length / batches;
        if (length == 0)
        {
            throw new ArgumentException(
                $"Batch means need {batches} values or more, not {series.Length}.", nameof(series));
        }

        Span<double> means = stackalloc double[batches];
        series = series[(series.Length % batches)..];
        for (var batch = 0; batch < batches; batch++)
        {
            means[batch] = TensorPrimitives.Average(series.Slice(batch * length, length));
        }

        return Of(means);
    }
}
