namespace Sci.Solvers;

/// <summary>What a scheme remembers: the state some steps ago, or ΔtN of it.</summary>
/// <param name="Lag">Number of steps before the current state.</param>
/// <param name="IsTendency">Whether it is ΔtN of that state in place of the state.</param>
internal readonly record struct Input(int Lag, bool IsTendency)
{
    public static IReadOnlyList<Input> OneStep { get; } = [new(0, false)];

    /// <summary>The current state, and ΔtN of the <paramref name="count"/> states before it.</summary>
    public static IReadOnlyList<Input> Tendencies(int count) =>
        [new(0, false), .. Enumerable.Range(1, count).Select(lag => new Input(lag, true))];

    /// <summary>The current state, the <paramref name="count"/> states before it, and ΔtN of those.</summary>
    public static IReadOnlyList<Input> StatesAndTendencies(int count) =>
        [
            new(0, false),
            .. Enumerable.Range(1, count).Select(lag => new Input(lag, false)),
            .. Enumerable.Range(1, count).Select(lag => new Input(lag, true)),
        ];
}
