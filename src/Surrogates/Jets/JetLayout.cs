namespace Sci.Surrogates;

/// <summary>
/// The derivatives that travel with a value: in each coordinate up to an order of its own, none mixed.
/// </summary>
/// <remarks>
/// Channel 0 is the value; then ∂, ∂², … in coordinate 0, then those in coordinate 1, and so on. Where an equation needs
/// its highest derivatives only as one sum, that sum travels in their stead, as the last channel: the forward Laplacian
/// of Li et al. (2023), arXiv:2307.08214, for any weights.
/// </remarks>
public sealed class JetLayout
{
    /// <summary>Highest order that the kernels carry.</summary>
    public const int MostOrder = 4;

    private readonly int[] orders;
    private readonly double[]? weights;

    /// <summary>Derivatives in coordinate d up to <paramref name="orders"/>[d].</summary>
    /// <exception cref="ArgumentOutOfRangeException">An order is not within 0 … <see cref="MostOrder"/>.</exception>
    public JetLayout(params int[] orders)
    {
        ArgumentNullException.ThrowIfNull(orders);
        foreach (var order in orders)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(order, nameof(orders));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(order, MostOrder, nameof(orders));
        }

        this.orders = [.. orders];
        Channels = 1 + orders.Sum();
    }

    private JetLayout(int[] orders, double[] weights)
        : this(orders)
    {
        this.weights = weights;
        Channels = 2 + orders.Sum(order => Math.Max(order - 1, 0));
        Each = new JetLayout(orders);
    }

    /// <summary>
    /// Derivatives below the highest in each coordinate, and Σ weight·∂ᵒʳᵈᵉʳ of the highest as one channel.
    /// </summary>
    /// <param name="orders">Highest orders, a coordinate each.</param>
    /// <param name="weights">What the highest derivative in each coordinate counts.</param>
    /// <exception cref="ArgumentException">There is not a weight a coordinate, or no derivative at all.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An order is not within 0 … <see cref="MostOrder"/>.</exception>
    public static JetLayout Summed(IReadOnlyList<int> orders, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(weights);
        if (orders.Count != weights.Count || orders.All(order => order == 0))
        {
            throw new ArgumentException(
                $"{weights.Count} weights for {orders.Count} coordinates of orders {string.Join(", ", orders)}: give one "
                + "each, and a derivative in at least one.",
                nameof(weights));
        }

        return new JetLayout([.. orders], [.. weights]);
    }

    /// <summary>Channel of the weighted sum of the highest derivatives; null where each travels by itself.</summary>
    public int? Sum => weights is null ? null : Channels - 1;

    /// <summary>The layout in which each of these derivatives travels by itself: that of embeddings.</summary>
    public JetLayout Each { get => field ?? this; }

    /// <summary>Highest order in each coordinate.</summary>
    public IReadOnlyList<int> Orders => orders;

    /// <summary>Number of coordinates.</summary>
    public int Coordinates => orders.Length;

    /// <summary>Number of channels: the value and all derivatives.</summary>
    public int Channels { get; }

    /// <summary>Channel of the derivative of an order in a coordinate; order 0 is the value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The layout does not carry it.</exception>
    public int this[int coordinate, int order]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(order);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(order, Carried(coordinate));
            return order == 0 ? 0 : First(coordinate) + order - 1;
        }
    }

    internal int First(int coordinate)
    {
        var channel = 1;
        for (var d = 0; d < coordinate; d++)
        {
            channel += Carried(d);
        }

        return channel;
    }

    // Highest order that travels by itself.
    internal int Carried(int coordinate) =>
        weights is null ? orders[coordinate] : Math.Max(orders[coordinate] - 1, 0);

    // What the highest derivative counts in the sum.
    internal double Weight(int coordinate) => weights is null || orders[coordinate] == 0 ? 0 : weights[coordinate];

    // The value of a channel of a jet that has each derivative.
    internal double Channel(Jet jet, int channel)
    {
        if (channel == Sum)
        {
            var sum = 0.0;
            for (var coordinate = 0; coordinate < orders.Length; coordinate++)
            {
                sum += Weight(coordinate) * jet[Each[coordinate, orders[coordinate]]];
            }

            return sum;
        }

        var d = 0;
        for (; channel > 0 && channel >= First(d) + Carried(d); d++)
        {
        }

        return jet[channel == 0 ? 0 : Each[d, channel - First(d) + 1]];
    }
}
