using System.Collections.Concurrent;

namespace Sci.Solvers.Kernels;

/// <summary>Steps with whole transforms of one field after another, on boxes of any even numbers of points.</summary>
internal sealed class WholeFieldJet(JetSymbols symbols) : IJetStepper
{
    private readonly ConcurrentBag<JetMemory> pool = [];
    private readonly JetTendency tendency = new(symbols);

    /// <inheritdoc/>
    public int Advance(Span<double> state, int steps)
    {
        var memory = pool.TryTake(out var used) ? used : new JetMemory(tendency);
        Load(state, memory);
        var blownUp = 0;
        for (var step = 1; step <= steps && blownUp == 0; step++)
        {
            tendency.Evaluate(memory);
            Step(memory, step);
            blownUp = double.IsFinite(memory.Now[0][1].Real) ? 0 : step;
        }

        Store(memory, state);
        pool.Add(memory);
        return blownUp;
    }

    private void Step(JetMemory memory, int step)
    {
        var span = step == 1 ? symbols.TimeStep : 2 * symbols.TimeStep;
        var gamma = step < 3 ? 0 : symbols.Filter;
        for (var layer = 0; layer < 2; layer++)
        {
            var (old, now, rate) =
                (step == 1 ? memory.Now[layer] : memory.Old[layer], memory.Now[layer], memory.Rate[layer]);
            for (var mode = 0; mode < now.Length; mode++)
            {
                var next = (old[mode] + (span * rate[mode])) / (1 + (span * symbols.Friction[mode]));
                memory.Old[layer][mode] = now[mode] + (gamma * (old[mode] - (2 * now[mode]) + next));
                now[mode] = next;
            }
        }
    }

    private void Load(ReadOnlySpan<double> state, JetMemory memory)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            for (var i = 0; i < memory.Field.Length; i++)
            {
                memory.Field[i] = state[(layer * memory.Field.Length) + i] + symbols.Sawtooth[i];
            }

            symbols.Fft.Forward(memory.Field, memory.Now[layer]);
        }
    }

    private void Store(JetMemory memory, Span<double> state)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            symbols.Fft.Inverse(memory.Now[layer], memory.Field);
            for (var i = 0; i < memory.Field.Length; i++)
            {
                state[(layer * memory.Field.Length) + i] = memory.Field[i] - symbols.Sawtooth[i];
            }
        }
    }
}
