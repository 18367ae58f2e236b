namespace Sci.Surrogates;

/// <summary>
/// The derivatives that travel with a value: in each coordinate up to an order of its own, none mixed.
/// </summary>
/// <remarks>Channel 0 is the value; then ∂, ∂², … in coordinate 0, then those in coordinate 1, and so on.</remarks>
public sealed class JetLayout
{
    /// <summary>Highest order that the kernels carry.</summary>
    public const int MostOrder = 4;

    private readonly int[] orders;

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
            ArgumentOutOfRangeException.ThrowIfGreaterThan(order, orders[coordinate]);
            return order == 0 ? 0 : First(coordinate) + order - 1;
        }
    }

    internal int First(int coordinate)
    {
        var channel = 1;
        for (var d = 0; d < coordinate; d++)
        {
            channel += orders[d];
        }

        return channel;
    }
}
