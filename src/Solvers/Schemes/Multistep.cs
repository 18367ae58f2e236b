namespace Sci.Solvers;

/// <summary>What the exponential multistep schemes share.</summary>
internal static class Multistep
{
    public static int Checked(int steps) => steps is >= 2 and <= 6
        ? steps
        : throw new ArgumentOutOfRangeException(
            nameof(steps), steps, "The exponential multistep schemes have 2 to 6 steps.");

    /// <summary>The nodes <paramref name="first"/>, first - 1, …</summary>
    public static int[] Nodes(int first, int count) => [.. Enumerable.Range(0, count).Select(i => first - i)];

    /// <summary>
    /// Weights with inputs u, ΔtN₋₁ … ΔtN₁₋ₛ: the first stage is u, the remembered tendencies move on by one step, the
    /// newest is that of the first stage.
    /// </summary>
    public static Dual[,] Frame(int steps, int stages)
    {
        var weights = new Dual[stages + steps, steps + stages];
        weights[0, 0] = 1;
        for (var lag = 1; lag < steps; lag++)
        {
            weights[stages + lag, lag == 1 ? steps : lag - 1] = 1;
        }

        return weights;
    }
}
