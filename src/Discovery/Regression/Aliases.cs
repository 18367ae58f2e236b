namespace Sci.Discovery;

/// <summary>Finds the columns that the data cannot tell from those of a model.</summary>
internal static class Aliases
{
    private const double Threshold = 0.99;

    public static Alias[] Of(CompressedDesign design, IReadOnlyList<int> support)
    {
        var found = new List<Alias>();
        foreach (var selected in support)
        {
            int[] rest = [.. support.Where(column => column != selected)];
            found.AddRange(Enumerable.Range(0, design.Columns)
                .Where(other => !support.Contains(other))
                .Select(other => new Alias(selected, other, Cosine(design, rest, selected, other)))
                .Where(alias => Math.Abs(alias.Correlation) > Threshold));
        }

        return [.. found];
    }

    // The cosine of two columns in the complement of the rest's span.
    private static double Cosine(CompressedDesign design, int[] rest, int one, int other)
    {
        var k = rest.Length;
        var g = new double[k * k];
        var x = new double[k];
        var y = new double[k];
        for (var i = 0; i < k; i++)
        {
            x[i] = design.Product(rest[i], one);
            y[i] = design.Product(rest[i], other);
            for (var j = 0; j < k; j++)
            {
                g[(i * k) + j] = design.Product(rest[i], rest[j]);
            }
        }

        var factor = Cholesky.Of(g, k);
        factor.Forward(x);
        factor.Forward(y);
        double xx = design.Product(one, one), yy = design.Product(other, other), xy = design.Product(one, other);
        var (floorX, floorY) = (1e-12 * xx, 1e-12 * yy);
        for (var i = 0; i < k; i++)
        {
            xx -= x[i] * x[i];
            yy -= y[i] * y[i];
            xy -= x[i] * y[i];
        }

        return xx > floorX && yy > floorY ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
