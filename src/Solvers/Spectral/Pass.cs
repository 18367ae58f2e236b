using System.Numerics;

namespace Sci.Solvers;

/// <summary>What one evaluation of a program reads and writes.</summary>
/// <param name="state">Modes of the fields of the state.</param>
/// <param name="rates">Modes of the results.</param>
/// <param name="frame">Working memory.</param>
/// <param name="modes">Number of modes of a field.</param>
internal readonly ref struct Pass(Span<Complex> state, Span<Complex> rates, Frame frame, int modes)
{
    private readonly Span<Complex> state = state;
    private readonly Span<Complex> rates = rates;
    private readonly int modes = modes;

    public Frame Frame { get; } = frame;

    /// <summary>Modes of a source: a field of the state, or one that it determines.</summary>
    public Span<Complex> Source(int source) => source * modes < state.Length
        ? state.Slice(source * modes, modes)
        : Frame.Derived.AsSpan((source * modes) - state.Length, modes);

    /// <summary>Modes of what a step adds to.</summary>
    public Span<Complex> At(Target target) =>
        target.IsRate ? rates.Slice(target.Index * modes, modes) : Source(target.Index);
}
