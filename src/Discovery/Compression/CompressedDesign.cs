namespace Sci.Discovery;

/// <summary>What a regression needs of [Φ t], whatever the number of rows: n, ΦᵀΦ, Φᵀt and tᵀt.</summary>
public abstract class CompressedDesign
{
    private readonly double[] products;

    /// <summary>
    /// Takes the names of Φ's columns, the number of rows and [Φ t]ᵀ[Φ t], shape [columns + 1, columns + 1].
    /// </summary>
    private protected CompressedDesign(IReadOnlyList<string> names, double rows, double[] products)
    {
        Names = names;
        Rows = rows;
        this.products = products;
        var width = names.Count + 1;
        for (var i = 0; i < width; i++)
        {
            if (!double.IsFinite(products[(i * width) + i]))
            {
                throw new ArgumentException(
                    $"{(i < names.Count ? $"The column {names[i]}" : "The target")} holds a number that is not finite.", nameof(products));
            }
        }
    }

    /// <summary>Names of the columns of Φ.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of columns of Φ.</summary>
    public int Columns => Names.Count;

    /// <summary>Number of independent rows that the sums stand for; fractional where the design was tempered.</summary>
    public double Rows { get; }

    /// <summary>tᵀt.</summary>
    public double TargetSquare => products[^1];

    /// <summary>[Φ t]ᵀ[Φ t], row after row, shape [columns + 1, columns + 1].</summary>
    internal ReadOnlySpan<double> Products => products;

    /// <summary>Inner product of two columns of Φ.</summary>
    public double Product(int i, int j) => products[(i * (Columns + 1)) + j];

    /// <summary>Inner product of a column of Φ with the target.</summary>
    public double Moment(int i) => products[(i * (Columns + 1)) + Columns];

    /// <summary>Root mean square of a column of Φ.</summary>
    public double Scale(int i) => Math.Sqrt(Product(i, i) / Rows);

    /// <summary>Weights w on the support that minimise ‖t - Φw‖² + Σ ridgeᵢwᵢ².</summary>
    /// <param name="support">Columns of Φ, in any order.</param>
    /// <param name="ridge">A penalty a column of the support, zero for least squares.</param>
    public abstract double[] Solve(ReadOnlySpan<int> support, ReadOnlySpan<double> ridge);

    /// <summary>‖t - Φw‖² for weights on the support.</summary>
    public abstract double ResidualSquare(ReadOnlySpan<int> support, ReadOnlySpan<double> weights);

    /// <summary>
    /// The same problem counted as <paramref name="factor"/> times its rows, for rows that are not independent.
    /// </summary>
    public abstract CompressedDesign Tempered(double factor);

    /// <summary>The same sums, taken for those of so many independent rows.</summary>
    internal abstract CompressedDesign Counted(double rows);

    /// <summary>The same problem with column j of Φ divided by scales[j] and the target by targetScale.</summary>
    public abstract CompressedDesign Rescaled(IReadOnlyList<double> scales, double targetScale);

    /// <summary>The same problem with the column's known contribution moved to the target: t - coefficient·φ.</summary>
    public abstract CompressedDesign WithKnown(int column, double coefficient);

    /// <summary>The same problem with the given columns of Φ only, in the given order.</summary>
    public abstract CompressedDesign Keep(IReadOnlyList<int> columns);

    /// <summary>The number of the column of the given name.</summary>
    /// <exception cref="ArgumentException">No column has the name.</exception>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Columns; i++)
        {
            if (Names[i] == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"No column is named {name}; there are {string.Join(", ", Names)}.", nameof(name));
    }
}
