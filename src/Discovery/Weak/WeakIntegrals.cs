namespace Sci.Discovery;

/// <summary>Derivatives of products of fields, integrated against the test functions of a grid.</summary>
internal sealed class WeakIntegrals
{
    // Samples of a tile: those of all powers of a field stay in a core's own cache.
    private const int TileSamples = 8192;

    private readonly WeakFields fields;
    private readonly WeakGrid grid;
    private readonly Dictionary<(string Product, int Order), double[]> inTime;

    // Products are integrated in time once, a few points at a time so that no power is ever held whole.
    private WeakIntegrals(WeakFields fields, WeakGrid grid, IReadOnlyList<WeakPart> parts)
    {
        (this.fields, this.grid) = (fields, grid);
        var products = parts.DistinctBy(Key).ToArray();
        var (points, places) = (fields.Series.Points, grid.Axes[0].Places);
        inTime = products.ToDictionary(Key, _ => new double[places * points]);
        var width = Math.Clamp(TileSamples / fields.Series.Times, 1, points);
        var (first, sums) = (0, new double[places * width]);
        var powers = new HermiteTable(
            fields.Series.Times * width, (field, u) => Read(field, first, width, u), fields.Deviation);
        for (var tile = 0; tile * width < points; tile++)
        {
            // The last tile goes over points of the one before again.
            first = Math.Min(tile * width, points - width);
            powers.Move();
            FillTile(products, powers, first, sums);
        }
    }

    /// <summary>∫ f ∂^orders φ of every part, factors left out, shape [parts][rows]; like parts share one.</summary>
    public static double[][] Of(WeakFields fields, WeakGrid grid, IReadOnlyList<WeakPart> parts)
    {
        var integrals = new WeakIntegrals(fields, grid, parts);
        var known = new Dictionary<string, double[]>();
        return [.. parts.Select(part => integrals.InSpace(part, known))];
    }

    private void FillTile(IReadOnlyList<WeakPart> products, HermiteTable powers, int first, double[] sums)
    {
        var (axis, points, width) = (grid.Axes[0], fields.Series.Points, sums.Length / grid.Axes[0].Places);
        foreach (var part in products)
        {
            sums.AsSpan().Clear();
            axis.AddIntegrals(Product(powers, part), width, part.T, sums);
            var whole = inTime[Key(part)];
            for (var place = 0; place < axis.Places; place++)
            {
                sums.AsSpan(place * width, width).CopyTo(whole.AsSpan((place * points) + first));
            }
        }
    }

    private void Read(string field, int first, int width, double[] u)
    {
        for (var time = 0; time < fields.Series.Times; time++)
        {
            fields[field][time].Slice(first, width).CopyTo(u.AsSpan(time * width));
        }
    }

    // Along every axis once an order.
    private double[] InSpace(WeakPart part, Dictionary<string, double[]> known)
    {
        var (current, inner) = (inTime[Key(part)], fields.Series.Points);
        var orders = part.Orders(grid.Axes.Count - 1);
        for (var axis = 1; axis < orders.Length; axis++)
        {
            inner /= grid.Axes[axis].Points;
            var key = $"{part.ProductName} {string.Join(',', orders[..(axis + 1)])}";
            if (!known.TryGetValue(key, out var next))
            {
                next = grid.Axes[axis].Integrate(current, inner, orders[axis]);
                known.Add(key, next);
            }

            current = next;
        }

        return current;
    }

    // Each power u^p as the Hermite polynomial whose mean over the noise is the clean power.
    private static double[] Product(HermiteTable powers, WeakPart part) =>
        powers.Product([.. part.Product.Select(power => (power.Field, power.Power))]);

    private static (string Product, int Order) Key(WeakPart part) => (part.ProductName, part.T);
}
