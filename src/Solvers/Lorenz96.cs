using System.Numerics;
using System.Runtime.InteropServices;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Lorenz's ring: xᵢ' = (xᵢ₊₁ - xᵢ₋₂) xᵢ₋₁ - xᵢ + F, by the classical Runge-Kutta scheme.</summary>
/// <remarks>
/// Lorenz (1996), Predictability: a problem partly solved; 40 points, F = 8 and steps of 0.05 are usual.
/// </remarks>
public sealed class Lorenz96 : ITangentModel
{
    // Values that a row in scratch carries of its other end: two before, one after.
    private const int Before = 2;
    private const int After = 1;

    private readonly int size;
    private readonly double forcing;
    private readonly double timeStep;

    /// <summary>A ring of <paramref name="size"/> points, four or more.</summary>
    public Lorenz96(int size, double forcing, double timeStep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 4);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeStep);
        (this.size, this.forcing, this.timeStep) = (size, forcing, timeStep);
        Grid = Grid.Line(size, size);
    }

    /// <summary>Order of the scheme.</summary>
    public static int Order => 4;

    /// <inheritdoc/>
    public Grid Grid { get; }

    /// <inheritdoc/>
    public double TimeStep => timeStep;

    /// <inheritdoc/>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        if (states.Size != size)
        {
            throw new ArgumentException($"A state of this ring has {size} values, not {states.Size}.", nameof(states));
        }

        var padded = size + Before + After;
        var total = (2 * padded) + size;
        Span<double> scratch = total <= 2048 ? stackalloc double[total] : new double[total];
        for (var row = 0; row < states.Count; row++)
        {
            for (var step = 0; step < steps; step++)
            {
                Step(states[row], scratch[..padded], scratch.Slice(padded, padded), scratch[(2 * padded)..]);
            }
        }
    }

    /// <inheritdoc/>
    public ILinearisation Linearise(ReadOnlySpan<double> state, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return state.Length == size
            ? new Lorenz96Linearisation(timeStep, forcing, state, steps)
            : throw new ArgumentException(
                $"A state of this ring has {size} values, not {state.Length}.", nameof(state));
    }

    private void Step(Span<double> state, Span<double> at, Span<double> next, Span<double> sum)
    {
        state.CopyTo(at[Before..]);
        state.CopyTo(sum);
        Stage(at, state, next, sum, timeStep / 2, timeStep / 6);
        Stage(next, state, at, sum, timeStep / 2, timeStep / 3);
        Stage(at, state, next, sum, timeStep, timeStep / 3);
        Stage(next, state, at, sum, 0, timeStep / 6);
        sum.CopyTo(state);
    }

    // With k the tendency: next ← state + length k, sum ← sum + weight k.
    private void Stage(
        Span<double> at, ReadOnlySpan<double> state, Span<double> next, Span<double> sum, double length, double weight)
    {
        (at[0], at[1], at[size + Before]) = (at[size], at[size + 1], at[Before]);
        ref var x = ref MemoryMarshal.GetReference(at);
        ref var x0 = ref MemoryMarshal.GetReference(state);
        ref var y = ref MemoryMarshal.GetReference(next[Before..]);
        ref var s = ref MemoryMarshal.GetReference(sum);
        var i = 0;
        for (; i <= size - Vector<double>.Count; i += Vector<double>.Count)
        {
            var k = ((Vector.LoadUnsafe(ref x, (nuint)i + 3) - Vector.LoadUnsafe(ref x, (nuint)i)) * Vector.LoadUnsafe(
                ref x, (nuint)i + 1))
                - Vector.LoadUnsafe(ref x, (nuint)i + 2) + new Vector<double>(forcing);
            (Vector.LoadUnsafe(ref x0, (nuint)i) + (length * k)).StoreUnsafe(ref y, (nuint)i);
            (Vector.LoadUnsafe(ref s, (nuint)i) + (weight * k)).StoreUnsafe(ref s, (nuint)i);
        }

        for (; i < size; i++)
        {
            var k = ((at[i + 3] - at[i]) * at[i + 1]) - at[i + 2] + forcing;
            next[i + Before] = state[i] + (length * k);
            sum[i] += weight * k;
        }
    }
}
