using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>A scheme's step in lanes.</summary>
/// <remarks>
/// In single precision the new state is the old one and an increment, and what rounding their sum leaves is kept for
/// the next: else each step would err by a part in 10⁷, in the same direction for a coefficient that was rounded.
/// </remarks>
internal sealed unsafe class LaneMethod<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly LaneRow<T>[] stages;
    private readonly LaneRow<T>[] outputs;
    private readonly bool[] moves;
    private readonly int waves;
    private readonly bool accumulates;

    public LaneMethod(Method method, LaneFft<TLanes, T> fft)
    {
        waves = fft.Waves;
        stages = [.. Enumerable.Range(0, method.Stages).Select(
            stage => new LaneRow<T>(method.Stage(stage), fft.Modes))];
        outputs = [.. Enumerable.Range(0, method.Inputs).Select(
            output => new LaneRow<T>(method.Output(output), fft.Modes))];
        if (typeof(T) == typeof(float) && method.Increment() is { } increment)
        {
            outputs[0] = new LaneRow<T>(increment, fft.Modes, isSum: true);
            accumulates = true;
        }

        int[] same = [.. outputs.Select(row => row.Same)];
        moves = [.. same.Select((source, output) => source >= 0 && Array.IndexOf(same, source) == output)];
    }

    /// <summary>Number of inputs of a step.</summary>
    public int Inputs => outputs.Length;

    /// <summary>Number of stages of a step.</summary>
    public int Stages => stages.Length;

    public LaneMemory<T> NewMemory(LaneFrame<T> frame) => new(Inputs, Stages, 2 * TLanes.Count * waves, frame)
    {
        Remainder = accumulates ? new AlignedMemory<T>(2 * TLanes.Count * waves) : null,
    };

    /// <summary>One step of every lane.</summary>
    public void Step(LaneProgram<TLanes, T> rest, LaneMemory<T> memory)
    {
        for (var stage = 0; stage < stages.Length; stage++)
        {
            var same = stages[stage].Same;
            var argument = same >= 0 ? memory.Sources[same] : memory.Stage;
            if (same < 0)
            {
                LaneSums<TLanes, T>.Set(stages[stage].Terms, memory.Sources, argument.Pointer, waves);
            }

            rest.Evaluate(argument, memory.Sources[outputs.Length + stage], memory.Frame);
        }

        Turn(memory);
    }

    // What the next step takes as it is changes places with the memory of a sum, instead of being copied.
    private void Turn(LaneMemory<T> memory)
    {
        for (var output = 0; output < outputs.Length; output++)
        {
            var (row, next) = (outputs[output], memory.Next[output]);
            if (row.Same < 0)
            {
                LaneSums<TLanes, T>.Set(row.Terms, memory.Sources, next.Pointer, waves);
                if (output == 0 && memory.Remainder is { } remainder)
                {
                    LaneSums<TLanes, T>.Accumulate(
                        memory.State.Pointer, remainder.Pointer, next.Pointer, remainder.Length);
                }
            }
            else if (!moves[output])
            {
                memory.Sources[row.Same].Values.CopyTo(next.Values);
            }
        }

        for (var output = 0; output < outputs.Length; output++)
        {
            if (moves[output])
            {
                ref var source = ref memory.Sources[outputs[output].Same];
                (memory.Next[output], source) = (source, memory.Next[output]);
            }
        }

        for (var input = 0; input < outputs.Length; input++)
        {
            (memory.Sources[input], memory.Next[input]) = (memory.Next[input], memory.Sources[input]);
        }
    }
}
