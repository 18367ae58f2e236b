namespace Sci.Surrogates;

/// <summary>One coordinate's share in a function of jets; a layout's passes go over the same rows in turn.</summary>
/// <param name="Channels">Channels of a row.</param>
/// <param name="Order">Highest derivative.</param>
/// <param name="First">Channel of the first derivative, the others below the highest follow.</param>
/// <param name="Highest">Channel of the highest derivative, or of the sum that it is part of; 0 for none.</param>
/// <param name="Weight">What the highest derivative counts there.</param>
/// <param name="IsFirst">Whether no pass comes before.</param>
/// <param name="Starts">Whether none that comes before has this highest channel.</param>
/// <param name="Ends">Whether none that follows has it.</param>
internal sealed record JetPass(
    int Channels, int Order, int First, int Highest, double Weight, bool IsFirst, bool Starts, bool Ends)
{
    /// <summary>At least one; first derivatives in a sum need none of their own.</summary>
    public static JetPass[] Of(JetLayout layout)
    {
        var least = layout.Sum is null ? 1 : 2;
        int[] coordinates = [.. Enumerable.Range(0, layout.Coordinates).Where(d => layout.Orders[d] >= least)];
        if (coordinates.Length == 0)
        {
            return [new JetPass(layout.Channels, 0, 0, layout.Sum ?? 0, 0, IsFirst: true, Starts: true, Ends: true)];
        }

        return
        [
            .. coordinates.Select((d, i) => new JetPass(
                layout.Channels,
                layout.Orders[d],
                layout.First(d),
                layout.Sum ?? layout[d, layout.Orders[d]],
                layout.Sum is null ? 1 : layout.Weight(d),
                IsFirst: i == 0,
                Starts: layout.Sum is null || i == 0,
                Ends: layout.Sum is null || i == coordinates.Length - 1)),
        ];
    }
}
