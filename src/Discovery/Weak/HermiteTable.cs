using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>
/// Hermite polynomials of noisy fields at many points: their means over the noise are the clean powers.
/// </summary>
/// <remarks>He₀ = 1, He₁ = u, He_{p+1} = u He_p - pσ² He_{p-1}.</remarks>
/// <param name="values">The noisy values of a field, by its name.</param>
/// <param name="deviation">The standard deviation σ of its noise.</param>
internal sealed class HermiteTable(Func<string, double[]> values, Func<string, double> deviation)
{
    private readonly Dictionary<string, List<double[]>> known = [];

    /// <summary>He_p of a field, shape [points]; not to be changed.</summary>
    public double[] Of(string field, int degree)
    {
        if (!known.TryGetValue(field, out var table))
        {
            var u = values(field);
            var one = new double[u.Length];
            one.AsSpan().Fill(1);
            table = [one, u];
            known.Add(field, table);
        }

        while (table.Count <= degree)
        {
            table.Add(Next(table, deviation(field)));
        }

        return table[degree];
    }

    /// <summary>Π He over the fields of a product, shape [points]; not to be changed.</summary>
    public double[] Product(IReadOnlyList<(string Field, int Degree)> degrees)
    {
        var present = degrees.Where(each => each.Degree > 0).ToArray();
        if (present.Length < 2)
        {
            return present.Length == 1 ? Of(present[0].Field, present[0].Degree) : Of(degrees[0].Field, 0);
        }

        var product = (double[])Of(present[0].Field, present[0].Degree).Clone();
        foreach (var (field, degree) in present[1..])
        {
            TensorPrimitives.Multiply(product, Of(field, degree), product);
        }

        return product;
    }

    private static double[] Next(List<double[]> table, double deviation)
    {
        var p = table.Count - 1;
        var next = new double[table[1].Length];
        TensorPrimitives.Multiply(table[1], table[p], next);
        TensorPrimitives.MultiplyAdd(table[p - 1], -p * deviation * deviation, next, next);
        return next;
    }
}
