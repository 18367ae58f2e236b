namespace Sci.Solvers;

/// <summary>
/// What a run computes from the states that it is given, value by value: sums of modes times weights, and N of modes.
/// </summary>
/// <remarks>
/// Every value is written once, and the history of a multistep scheme and its start are values like others. So a
/// tangent takes the same moves, and an adjoint takes them backwards with conjugate weights.
/// </remarks>
internal sealed class Route
{
    private readonly List<Move> moves = [];
    private readonly List<int> ends = [];

    private Route(int given) => Given = given;

    /// <summary>Makes a value: the sum of a row over its sources, or N of its only source.</summary>
    internal sealed record Move(Method.Row? Row, int[] Sources);

    /// <summary>Number of states that the run starts from: the first values; one more comes with every move.</summary>
    public int Given { get; }

    /// <summary>What is computed, in order.</summary>
    public IReadOnlyList<Move> Moves => moves;

    /// <summary>The number of moves at the end of every step, starting steps included.</summary>
    public IReadOnlyList<int> Ends => ends;

    /// <summary>The values that the run ends with: as many as it was given.</summary>
    public int[] Outputs { get; private set; } = [];

    /// <summary>For every value the last move that reads it; the number of moves for what the run ends with.</summary>
    public int[] LastUse { get; private set; } = [];

    /// <summary>A run from a single state: a multistep scheme starts by itself.</summary>
    public static Route FromState(SpectralCore core, int steps)
    {
        var route = new Route(given: 1);
        var (inputs, done) = core.Starter is { } starter ? route.Start(starter, steps) : ([0], 0);
        for (; done < steps; done++)
        {
            inputs = route.Step(core.Method, inputs);
        }

        return route.End([inputs[0]]);
    }

    /// <summary>A run from the current state and those before it, newest first; it ends with as many.</summary>
    public static Route FromHistory(SpectralCore core, int steps)
    {
        var scheme = core.Method.Scheme;
        var route = new Route(1 + scheme.Memory);
        List<int> states = [.. Enumerable.Range(0, route.Given).Reverse()];
        int[] inputs = [.. scheme.Inputs.Select(input => route.Input(input, lag => lag))];
        for (var step = 0; step < steps; step++)
        {
            inputs = route.Step(core.Method, inputs);
            states.Add(inputs[0]);
        }

        int[] outputs = [.. Enumerable.Range(1, route.Given).Select(lag => states[^lag])];
        for (var i = 1; i < inputs.Length; i++)
        {
            // A filter changes older states too: what the scheme holds of them counts.
            if (scheme.Inputs[i] is (var lag, false))
            {
                outputs[lag] = inputs[i];
            }
        }

        return route.End(outputs);
    }

    private Route End(int[] outputs)
    {
        if (ends.LastOrDefault() != moves.Count)
        {
            ends.Add(moves.Count);
        }

        (Outputs, LastUse) = (outputs, new int[Given + moves.Count]);
        for (var move = 0; move < moves.Count; move++)
        {
            foreach (var source in moves[move].Sources)
            {
                LastUse[source] = move;
            }
        }

        foreach (var output in outputs)
        {
            LastUse[output] = moves.Count;
        }

        return this;
    }

    private int[] Step(Method method, int[] inputs)
    {
        int[] values = [.. inputs, .. new int[method.Stages]];
        for (var stage = 0; stage < method.Stages; stage++)
        {
            values[inputs.Length + stage] = Rate(Sum(method.Stage(stage), values));
        }

        int[] next = [.. Enumerable.Range(0, inputs.Length).Select(output => Sum(method.Output(output), values))];
        ends.Add(moves.Count);
        return next;
    }

    // The inputs of the first step with a whole history, and how many steps it took to come by that.
    private (int[] Inputs, int Steps) Start(Starter starter, int steps)
    {
        var count = Math.Min(starter.Scheme.Memory, steps);
        var (state, past) = (0, new List<int>());
        for (var i = 0; i < count; i++)
        {
            var next = starter.IsLadder
                ? Step(starter.Ladder[i], Inputs(starter.Ladder[i].Scheme, state, past))[0]
                : SmallerSteps(starter, state);
            past.Add(state);
            state = next;
        }

        return (steps > count ? Inputs(starter.Scheme, state, past) : [state], count);
    }

    private int SmallerSteps(Starter starter, int state)
    {
        int[] results = [.. starter.Runs.Select(run =>
        {
            var value = state;
            for (var i = 0; i < run.Count; i++)
            {
                value = Step(run.Method, [value])[0];
            }

            return value;
        })];
        return Sum(starter.Extrapolation, results);
    }

    private int[] Inputs(Scheme scheme, int state, List<int> past) =>
        [.. scheme.Inputs.Select(input => Input(input, lag => lag == 0 ? state : past[^lag]))];

    private int Input(Input input, Func<int, int> stateAt) =>
        input.IsTendency ? Rate(stateAt(input.Lag)) : stateAt(input.Lag);

    private int Sum(Method.Row row, int[] values) => row.Same >= 0
        ? values[row.Same]
        : Add(new Move(row, [.. row.Terms.Select(term => values[term.Source])]));

    private int Rate(int argument) => Add(new Move(null, [argument]));

    private int Add(Move move)
    {
        moves.Add(move);
        return Given + moves.Count - 1;
    }
}
