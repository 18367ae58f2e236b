using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The Fourier modes 0 … <see cref="Modes"/> of a periodic line as seen at points anywhere on it.</summary>
/// <remarks>
/// What is observed is y = Hc + n, H the trigonometric functions at the points and c the coordinates of
/// <see cref="FourierBand"/>. With HᵀH/P = LLᵀ the coordinates z = Lᵀc have the least-squares estimate L⁻¹Hᵀy/P, whose
/// noise is white again, of variance σ²/P.
/// </remarks>
public sealed class ScatteredBand : IStateBasis
{
    private readonly FourierBand band;
    private readonly double[] functions;
    private readonly double[] factor;
    private readonly double[] inverse;
    private readonly int points;

    /// <summary>A band of the given highest mode.</summary>
    /// <param name="modes">Highest mode.</param>
    /// <param name="positions">Where the points are, as parts of the period from the grid's first point, 0 … 1.</param>
    /// <exception cref="ArgumentException">The points are too few for the band.</exception>
    public ScatteredBand(int modes, IReadOnlyList<double> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        band = new FourierBand(modes);
        points = positions.Count;
        if (points < Dimension)
        {
            throw new ArgumentException(
                $"{points} points do not determine {Dimension} coordinates.", nameof(positions));
        }

        functions = Functions(band, positions);
        factor = new double[Dimension * Dimension];
        Blas.Syrk(1.0 / points, new ReadOnlyMatrixSpan(functions, points, Dimension).T, 0, Square(factor));
        Blas.Cholesky(Square(factor));
        inverse = new double[factor.Length];
        for (var i = 0; i < Dimension; i++)
        {
            inverse[(i * Dimension) + i] = 1;
        }

        Blas.SolveLower(Square(factor), Square(inverse));
    }

    /// <inheritdoc/>
    public int Modes => band.Modes;

    /// <inheritdoc/>
    public int Dimension => band.Dimension;

    /// <summary>The values at points anywhere of band-limited fields, one for every row of coordinates.</summary>
    /// <param name="band">What the coordinates mean.</param>
    /// <param name="coordinates">Shape [rows, dimension].</param>
    /// <param name="positions">As parts of the period.</param>
    public static States Values(FourierBand band, States coordinates, IReadOnlyList<double> positions)
    {
        ArgumentNullException.ThrowIfNull(band);
        ArgumentNullException.ThrowIfNull(coordinates);
        ArgumentNullException.ThrowIfNull(positions);
        var values = new States(coordinates.Count, positions.Count);
        var functions = new ReadOnlyMatrixSpan(Functions(band, positions), positions.Count, band.Dimension);
        Blas.Gemm(1, ReadOnlyMatrixSpan.Of(coordinates), functions.T, 0, MatrixSpan.Of(values));
        return values;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows do not have as many values as there are points.</exception>
    public States Observe(States observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        var moments = new States(observed.Count, Dimension);
        Blas.Gemm(
            1.0 / points, ReadOnlyMatrixSpan.Of(observed), new ReadOnlyMatrixSpan(functions, points, Dimension), 0,
            MatrixSpan.Of(moments));
        return Times(moments, Square(inverse).T);
    }

    /// <inheritdoc/>
    public States Project(States states) => Times(band.Project(states), Square(factor));

    /// <inheritdoc/>
    public States Lift(States coordinates, int points) => band.Lift(Plain(coordinates), points);

    /// <summary>The coordinates of <see cref="FourierBand"/>, c = L⁻ᵀz.</summary>
    public States Plain(States coordinates) => Times(coordinates, Square(inverse));

    /// <summary>
    /// Variance of each of those coordinates where that of the noise at a point is 1, shape [dimension].
    /// </summary>
    public double[] PlainVariances()
    {
        var variances = new double[Dimension];
        for (var i = 0; i < inverse.Length; i++)
        {
            variances[i % Dimension] += inverse[i] * inverse[i] / points;
        }

        return variances;
    }

    private MatrixSpan Square(double[] values) => new(values, Dimension, Dimension);

    private static States Times(States rows, ReadOnlyMatrixSpan matrix)
    {
        var product = new States(rows.Count, matrix.Columns);
        Blas.Gemm(1, ReadOnlyMatrixSpan.Of(rows), matrix, 0, MatrixSpan.Of(product));
        return product;
    }

    // u = c₀ + √2 Σ (c cos mθ - c' sin mθ), shape [points, dimension].
    private static double[] Functions(FourierBand band, IReadOnlyList<double> positions)
    {
        var functions = new double[positions.Count * band.Dimension];
        for (var i = 0; i < positions.Count; i++)
        {
            var row = functions.AsSpan(i * band.Dimension, band.Dimension);
            row[0] = 1;
            for (var m = 1; m <= band.Modes; m++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * m * positions[i]);
                row[(2 * m) - 1] = Math.Sqrt(2) * cos;
                row[2 * m] = -Math.Sqrt(2) * sin;
            }
        }

        return functions;
    }
}
