using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>
/// The two sweeps that an evaluation takes: over groups of columns at modes, over groups of rows at points.
/// </summary>
/// <remarks>
/// The sweep over columns finishes a stage (products onto its tendency), ends the step if it was the last one, and
/// begins the next (its argument, diagnosed fields, factors to planes) before it goes on to the next group, so a group
/// is read once. Groups are independent: any number of threads gives the same bits.
/// </remarks>
internal sealed unsafe class BoxStepper<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly BoxLayout<TLanes, T> layout;
    private readonly BoxProgram<TLanes, T> program;
    private readonly BoxColumns<TLanes, T> columns;
    private readonly BoxRows<TLanes, T> rows;
    private readonly BoxRow<TLanes, T>[] stages;
    private readonly BoxRow<TLanes, T>[] outputs;
    private readonly BoxRow<TLanes, T>[] firsts;
    private readonly bool accumulates;

    public BoxStepper(SpectralCore core, BoxLayout<TLanes, T> layout)
    {
        var method = core.Method;
        this.layout = layout;
        program = new BoxProgram<TLanes, T>(core, layout);
        columns = new BoxColumns<TLanes, T>(layout);
        rows = new BoxRows<TLanes, T>(layout.Planes, program.IsDead);
        Inputs = Read(method);
        stages = [.. Enumerable.Range(0, method.Stages).Select(
            stage => Row(method.Stage(stage), method, core.Fourier.Modes))];
        accumulates = typeof(T) == typeof(float) && method.Increment() is not null;
        outputs = [.. Inputs.Select(
            input => input == 0 ? State(method, method, core) : Row(method.Output(input), method, core.Fourier.Modes))];
        Same = [.. outputs.Select(output => output.Same)];
        firsts = core.Starter is { IsLadder: true } starter && IsSimple(starter.Ladder, method)
            ? [.. starter.Ladder.Select(first => State(first, method, core))]
            : [];
    }

    /// <summary>The inputs of the scheme that are kept: older states are not where L is zero.</summary>
    public int[] Inputs { get; }

    /// <summary>Whether a run can start from a state alone.</summary>
    public bool Starts => firsts.Length > 0;

    /// <summary>Number of stages of a step.</summary>
    public int Stages => stages.Length;

    /// <summary>For each input of the next step the source that it equals, or -1.</summary>
    public int[] Same { get; }

    public BoxMemory<T> NewMemory() => new(
        program.Fields, outputs.Length + stages.Length, Same.Count(same => same < 0), 2 * TLanes.Count * layout.Waves,
        program.Planes, layout.Planes.Length, accumulates);

    public BoxScratch<T> NewScratch() => new(
        program.Fields + program.Derived.Length, 2 * TLanes.Count * (layout.PointsY + 1), program.Nodes,
        2 * TLanes.Count * layout.PointsX);

    /// <summary>Work on one group of columns.</summary>
    /// <param name="group">The group.</param>
    /// <param name="finish">The stage whose products are there, or -1.</param>
    /// <param name="ends">The number in its run, from 1 on, of the step that ends with it, or 0.</param>
    /// <param name="begin">The stage to begin, or -1.</param>
    /// <param name="memory">The state.</param>
    /// <param name="scratch">The thread's.</param>
    public void Columns(int group, int finish, int ends, int begin, BoxMemory<T> memory, BoxScratch<T> scratch)
    {
        if (finish >= 0)
        {
            Finish(group, outputs.Length + finish, memory, scratch);
        }

        for (var field = 0; ends > 0 && field < program.Fields; field++)
        {
            End(group, field, ends, memory);
        }

        if (begin >= 0)
        {
            Begin(group, begin, ends > 0 ? memory.Next : memory.Sources, memory.Planes, scratch);
        }
    }

    /// <summary>Work on one group of rows: factors to the points, products back to planes.</summary>
    public void Rows(int group, BoxMemory<T> memory, BoxScratch<T> scratch)
    {
        var nodes = stackalloc T*[program.Nodes];
        for (var plane = 0; plane < program.Brought.Length; plane++)
        {
            var node = program.Brought[plane].Node;
            nodes[node] = scratch.Nodes[node].Pointer;
            rows.ToPoints(group, memory.Planes[plane].Pointer, nodes[node]);
        }

        program.SetConstants(layout, group, nodes);
        var sum = scratch.Product.Pointer;
        for (var product = 0; product < program.Products.Length; product++)
        {
            var plane = memory.Planes[product].Pointer;
            if (program.Products[product].Sum.Pair is var (a, b))
            {
                var pair = new PointPair<TLanes, T>(nodes[a], nodes[b]);
                rows.ToPlane(group, ref pair, sum, plane);
            }
            else
            {
                program.Products[product].Sum.Sum(nodes, sum, scratch.Product.Length);
                var plain = new LaneArray<TLanes, T>(sum);
                rows.ToPlane(group, ref plain, sum, plane);
            }
        }
    }

    private void Finish(int group, int tendency, BoxMemory<T> memory, BoxScratch<T> scratch)
    {
        for (var field = 0; field < program.Fields; field++)
        {
            var isFirst = program.Rates[field].IsEmpty && program.Constants[field] is null;
            var rate = Part(memory.Sources[field][tendency], group);
            for (var product = 0; product < program.Products.Length; product++)
            {
                if (program.Products[product].Field == field && !program.IsDead[group])
                {
                    columns.ToModes(
                        group, memory.Planes[product].Pointer, program.Products[product].Symbol, rate, !isFirst,
                        scratch.Column.Pointer);
                    isFirst = false;
                }
            }

            if (isFirst)
            {
                new Span<T>(rate, 2 * TLanes.Count * Waves(group)).Clear();
            }
        }
    }

    private void End(int group, int field, int step, BoxMemory<T> memory)
    {
        var sources = memory.Sources[field];
        var pointers = stackalloc T*[sources.Length];
        for (var source = 0; source < sources.Length; source++)
        {
            pointers[source] = Part(sources[source], group);
        }

        for (var output = 0; output < outputs.Length; output++)
        {
            if (Same[output] < 0)
            {
                var row = output == 0 && step <= firsts.Length ? firsts[step - 1] : outputs[output];
                var next = Part(memory.Next[field][output], group);
                row.Sums[field].Set(group, pointers, next, Waves(group));
                if (output == 0 && accumulates)
                {
                    LaneSums<TLanes, T>.Accumulate(
                        pointers[0], Part(memory.Remainders[field], group), next, 2 * TLanes.Count * Waves(group));
                }
            }
        }
    }

    private void Begin(
        int group, int stage, AlignedMemory<T>[][] sources, AlignedMemory<T>[] planes, BoxScratch<T> scratch)
    {
        var arguments = stackalloc T*[program.Fields + program.Derived.Length];
        var pointers = stackalloc T*[sources[0].Length];
        for (var field = 0; field < program.Fields; field++)
        {
            arguments[field] = Argument(group, stages[stage], field, sources[field], pointers, scratch);
        }

        for (var derived = 0; derived < program.Derived.Length; derived++)
        {
            var at = program.Fields + derived;
            arguments[at] = scratch.Arguments[at].Pointer;
            program.Derived[derived].Set(group, arguments, arguments[at], Waves(group));
        }

        for (var field = 0; field < program.Fields; field++)
        {
            BeginTendency(group, field, arguments, Part(sources[field][outputs.Length + stage], group));
        }

        for (var plane = 0; plane < program.Brought.Length && !program.IsDead[group]; plane++)
        {
            var (from, _, symbol) = program.Brought[plane];
            columns.ToPlane(group, arguments[from], symbol, planes[plane].Pointer, scratch.Column.Pointer);
        }
    }

    private T* Argument(
        int group, BoxRow<TLanes, T> row, int field, AlignedMemory<T>[] sources, T** pointers, BoxScratch<T> scratch)
    {
        if (row.Same >= 0)
        {
            return Part(sources[row.Same], group);
        }

        for (var source = 0; source < sources.Length; source++)
        {
            pointers[source] = Part(sources[source], group);
        }

        var argument = scratch.Arguments[field].Pointer;
        row.Sums[field].Set(group, pointers, argument, Waves(group));
        return argument;
    }

    private void BeginTendency(int group, int field, T** arguments, T* rate)
    {
        var terms = program.Rates[field];
        if (!terms.IsEmpty)
        {
            terms.Set(group, arguments, rate, Waves(group));
        }

        if (program.Constants[field] is { } constant)
        {
            Add(constant, rate, group, adds: !terms.IsEmpty);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(BoxFactors<T> constant, T* rate, int group, bool adds)
    {
        T* re = constant.Real.At(group), im = constant.Imaginary.At(group);
        nint reMask = constant.Real.Mask(group), imMask = constant.IsReal ? 0 : constant.Imaginary.Mask(group);
        var end = Wave<TLanes, T>.Wide * Waves(group);
        for (nint at = 0; at < end; at += Wave<TLanes, T>.Wide)
        {
            var imaginary = constant.IsReal ? TLanes.Broadcast(0) : TLanes.Load(im + ((at >> 1) & imMask));
            var value = new Wave<TLanes, T>(TLanes.Load(re + ((at >> 1) & reMask)), imaginary);
            (adds ? Wave<TLanes, T>.Load(rate, at) + value : value).Store(rate, at);
        }
    }

    private int Waves(int group) => layout.End(group) - layout.Start(group);

    private T* Part(AlignedMemory<T> modes, int group) =>
        modes.Pointer + (2 * TLanes.Count * (nint)layout.Start(group));

    // Inputs that a stage or the new state reads, or that become such ones.
    private static int[] Read(Method method)
    {
        var read = new SortedSet<int> { 0 };
        int before;
        do
        {
            before = read.Count;
            Method.Row[] rows =
                [.. Enumerable.Range(0, method.Stages).Select(method.Stage), .. read.ToArray().Select(method.Output)];
            read.UnionWith(
                rows.SelectMany(row => row.Terms).Select(term => term.Source).Where(source => source < method.Inputs));
        }
        while (read.Count > before);
        return [.. read];
    }

    // The new state, or its increment, which is a sum always.
    private BoxRow<TLanes, T> State(Method of, Method method, SpectralCore core) => accumulates
        ? Row(of.Increment()!, of, method, core.Fourier.Modes) with { Same = -1 }
        : Row(of.Output(0), of, method, core.Fourier.Modes);

    private BoxRow<TLanes, T> Row(Method.Row row, Method method, int modes) => Row(row, method, method, modes);

    // The row of a method that starts another one, over the sources of that one.
    private BoxRow<TLanes, T> Row(Method.Row row, Method of, Method method, int modes)
    {
        int At(int source) =>
            source < of.Inputs ? Array.IndexOf(Inputs, Find(of, method, source)) : Inputs.Length + source - of.Inputs;
        return new(row.Same < 0
            ? -1 : At(row.Same), [.. Enumerable.Range(0, program.Fields).Select(field => new BoxSum<TLanes, T>(
            row.Terms.Select(
                term => (At(term.Source), new Func<int, Complex>(mode => term.Weight[(field * modes) + mode]))),
            layout))]);
    }

    // Whether the first steps differ from the others in nothing but the sum that is the new state.
    private bool IsSimple(Method[] ladder, Method method) => ladder.All(first =>
        first.Stages == 1 && method.Stages == 1 && first.Stage(0).Same == 0 && method.Stage(0).Same == 0
        && first.Output(0).Terms.All(term => term.Source >= first.Inputs
            || Inputs.Contains(Find(first, method, term.Source))));

    private static int Find(Method of, Method method, int input) =>
        Enumerable.Range(0, method.Inputs).FirstOrDefault(
            other => method.Scheme.Inputs[other] == of.Scheme.Inputs[input], -1);
}

/// <summary>A row of a scheme's weights in a box: for every field a sum of sources; or one source as it is.</summary>
internal sealed record BoxRow<TLanes, T>(int Same, BoxSum<TLanes, T>[] Sums)
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>;
