using System.Numerics;

namespace Sci.Numerics;

/// <summary>A plan for one row or field, applied to contiguous ones.</summary>
/// <param name="plan">Transforms one.</param>
/// <param name="points">Values of one.</param>
/// <param name="modes">Modes of one.</param>
/// <param name="kind">What several of them are called in an error, such as "rows of 64 points".</param>
internal sealed class FourierRows(IFourierPlan plan, int points, int modes, string kind)
{
    /// <summary>Values of one row or field.</summary>
    public int Points => points;

    /// <summary>Modes of one row or field.</summary>
    public int Modes => modes;

    /// <summary>Modes of all, shape [rows, <see cref="Points"/>] to [rows, <see cref="Modes"/>].</summary>
    public void Forward(ReadOnlySpan<double> x, Span<Complex> coefficients, int rows)
    {
        Check(x.Length, coefficients.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            plan.Forward(x.Slice(row * points, points), coefficients.Slice(row * modes, modes));
        }
    }

    /// <summary>
    /// All of them from their modes, shape [rows, <see cref="Modes"/>] to [rows, <see cref="Points"/>].
    /// </summary>
    public void Inverse(ReadOnlySpan<Complex> coefficients, Span<double> x, int rows)
    {
        Check(x.Length, coefficients.Length, rows);
        for (var row = 0; row < rows; row++)
        {
            plan.Inverse(coefficients.Slice(row * modes, modes), x.Slice(row * points, points));
        }
    }

    private void Check(int values, int coefficients, int rows)
    {
        if (values != (long)rows * points || coefficients != (long)rows * modes)
        {
            throw new ArgumentException(
                $"{rows} {kind} need {(long)rows * points} values and {(long)rows * modes} modes, "
                + $"not {values} and {coefficients}.");
        }
    }
}
