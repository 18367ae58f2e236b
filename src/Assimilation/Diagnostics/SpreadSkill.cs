using System.Numerics.Tensors;

namespace Sci.Assimilation;

/// <summary>Whether times of large spread are times of large error.</summary>
/// <remarks>
/// Times are sorted by their spread into classes of equal number (Leutbecher and Palmer, 2008,
/// doi:10.1016/j.jcp.2007.02.014, section 4.1); of a reliable ensemble of N members the error of each class is √(1 +
/// 1/N) times its spread (Fortin et al., 2014, doi:10.1175/JHM-D-14-0008.1).
/// </remarks>
/// <param name="Spreads">Root mean square of the spread in each class, rising.</param>
/// <param name="Errors">Root mean square of the error in each class.</param>
public sealed record SpreadSkill(IReadOnlyList<double> Spreads, IReadOnlyList<double> Errors)
{
    /// <summary>
    /// From errors and spreads of the same times; what is left over by equal classes goes to the last one.
    /// </summary>
    public static SpreadSkill Of(ReadOnlySpan<double> errors, ReadOnlySpan<double> spreads, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (errors.Length != spreads.Length || errors.Length < classes)
        {
            throw new ArgumentException(
                $"{classes} classes need as many errors as spreads, and as many as classes, not {errors.Length} and "
                + $"{spreads.Length}.",
                nameof(errors));
        }

        double[] sortedErrors = [.. errors], sortedSpreads = [.. spreads];
        Array.Sort(sortedSpreads, sortedErrors);
        var length = errors.Length / classes;
        double Class(double[] values, int i)
        {
            var part = values.AsSpan(i * length, i == classes - 1 ? values.Length - (i * length) : length);
            return Math.Sqrt(TensorPrimitives.SumOfSquares<double>(part) / part.Length);
        }

        return new SpreadSkill(
            [.. Enumerable.Range(0, classes).Select(i => Class(sortedSpreads, i))],
            [.. Enumerable.Range(0, classes).Select(i => Class(sortedErrors, i))]);
    }
}
