using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>
/// Hermite polynomials of noisy fields at many points: their means over the noise are the clean powers.
/// </summary>
/// <remarks>He₀ = 1, He₁ = u, He_{p+1} = u He_p - pσ² He_{p-1}; one table serves point after point.</remarks>
/// <param name="points">Points that are held at a time.</param>
/// <param name="read">Writes the noisy values of a field at the present points.</param>
/// <param name="deviation">The standard deviation σ of a field's noise.</param>
internal sealed class HermiteTable(int points, Action<string, double[]> read, Func<string, double> deviation)
{
    private readonly Dictionary<string, Column> columns = [];
    private readonly double[] one = [.. Enumerable.Repeat(1.0, points)];

    /// <summary>The points are others from now on: what was given of the former is overwritten.</summary>
    public void Move()
    {
        foreach (var column in columns.Values)
        {
            column.Known = 1;
        }
    }

    /// <summary>He_p of a field, shape [points]; not to be changed.</summary>
    public double[] Of(string field, int degree)
    {
        if (!columns.TryGetValue(field, out var column))
        {
            column = new Column(one);
            columns.Add(field, column);
        }

        for (; column.Known <= degree; column.Known++)
        {
            if (column.Degrees.Count == column.Known)
            {
                column.Degrees.Add(new double[points]);
            }

            Next(field, column);
        }

        return column.Degrees[degree];
    }

    /// <summary>Π He over the fields of a product, shape [points]; not to be changed.</summary>
    public double[] Product(IReadOnlyList<(string Field, int Degree)> degrees)
    {
        var present = degrees.Where(each => each.Degree > 0).ToArray();
        if (present.Length < 2)
        {
            return present.Length == 1 ? Of(present[0].Field, present[0].Degree) : one;
        }

        var product = (double[])Of(present[0].Field, present[0].Degree).Clone();
        foreach (var (field, degree) in present[1..])
        {
            TensorPrimitives.Multiply(product, Of(field, degree), product);
        }

        return product;
    }

    private void Next(string field, Column column)
    {
        var (p, next) = (column.Known - 1, column.Degrees[column.Known]);
        if (p == 0)
        {
            read(field, next);
            return;
        }

        var variance = deviation(field) * deviation(field);
        TensorPrimitives.Multiply(column.Degrees[1], column.Degrees[p], next);
        TensorPrimitives.MultiplyAdd(column.Degrees[p - 1], -p * variance, next, next);
    }

    private sealed class Column(double[] one)
    {
        public List<double[]> Degrees { get; } = [one];

        // How many of the degrees belong to the present points.
        public int Known { get; set; } = 1;
    }
}
