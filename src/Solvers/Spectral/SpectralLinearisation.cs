using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Tangent and adjoint of a run along its stored trajectory.</summary>
/// <remarks>
/// The modes that one step hands to later ones are kept; those within a step are computed anew when they are needed.
/// A perturbation and a sensitivity are fields too and are carried as their modes; see <see cref="ProductProgram"/>.
/// </remarks>
internal sealed class SpectralLinearisation : ILinearisation
{
    private readonly SpectralCore core;
    private readonly Route route;
    private readonly Complex[]?[] kept;
    private readonly double[] final;
    private readonly int longest;

    /// <param name="core">What carries a state.</param>
    /// <param name="route">What a run computes.</param>
    /// <param name="start">The states that it is given, one after another.</param>
    public SpectralLinearisation(SpectralCore core, Route route, ReadOnlySpan<double> start)
    {
        (this.core, this.route) = (core, route);
        kept = new Complex[]?[route.Given + route.Moves.Count];
        final = new double[start.Length];
        var size = core.Equation.Size;
        for (var given = 0; given < route.Given; given++)
        {
            core.ToModes(start.Slice(given * size, size), kept[given] = new Complex[core.Linear.Length]);
        }

        longest = Follow();
        for (var output = 0; output < route.Given; output++)
        {
            core.ToState(kept[route.Outputs[output]], final.AsSpan(output * size, size));
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<double> Final => final;

    /// <inheritdoc/>
    public void Tangent(States perturbations) => Run(perturbations, (bundle, rows, first) =>
    {
        bundle.Load(rows, first, [.. Enumerable.Range(0, route.Given)]);
        Forward(bundle);
        bundle.Store(rows, first, route.Outputs);
    });

    /// <inheritdoc/>
    public void Adjoint(States sensitivities) => Run(sensitivities, (bundle, rows, first) =>
    {
        bundle.Load(rows, first, route.Outputs);
        Backward(bundle);
        bundle.Store(rows, first, [.. Enumerable.Range(0, route.Given)]);
    });

    // The trajectory itself; what no later step reads is forgotten. Returns the largest number of moves of a step.
    private int Follow()
    {
        var memory = core.Rent();
        var (spare, most) = (new Stack<Complex[]>(), 0);
        for (var step = 0; step < route.Ends.Count; step++)
        {
            var (first, end) = Moves(step);
            for (var move = first; move < end; move++)
            {
                var value = spare.TryPop(out var used) ? used : new Complex[core.Linear.Length];
                Compute(route.Moves[move], kept, value, memory.Frame);
                kept[route.Given + move] = value;
            }

            for (var move = first; move < end; move++)
            {
                if (route.LastUse[route.Given + move] < end)
                {
                    spare.Push(kept[route.Given + move]!);
                    kept[route.Given + move] = null;
                }
            }

            most = Math.Max(most, end - first);
        }

        core.Return(memory);
        return most;
    }

    private (int First, int End) Moves(int step) => (step == 0 ? 0 : route.Ends[step - 1], route.Ends[step]);

    private void Compute(Route.Move move, Complex[]?[] values, Complex[] result, Frame frame)
    {
        if (move.Row is null)
        {
            core.Rest.Evaluate(values[move.Sources[0]]!, result, frame);
            return;
        }

        result.AsSpan().Clear();
        for (var i = 0; i < move.Sources.Length; i++)
        {
            move.Row.Terms[i].Weight.Add(values[move.Sources[i]]!, result);
        }
    }

    // A group of rows shares the values of the trajectory; which rows share a group changes no result.
    private void Run(States rows, Action<LinearBundle, States, int> run)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Size != final.Length)
        {
            throw new ArgumentException(
                $"A perturbation has {final.Length} values, as what the run starts from, not {rows.Size}.",
                nameof(rows));
        }

        var groups = Math.Clamp(rows.Count / 4, 1, Workers.Limit);
        Workers.For(groups, group =>
        {
            int first = group * rows.Count / groups, end = (group + 1) * rows.Count / groups;
            run(new LinearBundle(core, route, end - first), rows, first);
        });
    }

    private void Forward(LinearBundle bundle)
    {
        var along = new Along(this);
        for (var step = 0; step < route.Ends.Count; step++)
        {
            var (first, end) = Moves(step);
            along.Visit(step);
            for (var move = first; move < end; move++)
            {
                bundle.Forward(move, along.Frames[move - first]);
            }
        }
    }

    private void Backward(LinearBundle bundle)
    {
        var along = new Along(this);
        for (var step = route.Ends.Count - 1; step >= 0; step--)
        {
            var (first, end) = Moves(step);
            along.Visit(step);
            for (var move = end - 1; move >= first; move--)
            {
                bundle.Backward(move, along.Frames[move - first]);
            }
        }
    }

    // The derivatives of N along the steps, one step at a time; one a thread.
    private sealed class Along(SpectralLinearisation owner)
    {
        private readonly Complex[]?[] values = [.. owner.kept];
        private readonly Complex[][] scratch =
            [.. Enumerable.Range(0, owner.longest).Select(_ => new Complex[owner.core.Linear.Length])];

        private readonly Stack<Frame> spare = [];

        /// <summary>N linearised, for every move of the step that is one; nothing for sums.</summary>
        public Frame?[] Frames { get; } = new Frame?[owner.longest];

        public void Visit(int step)
        {
            var (first, end) = owner.Moves(step);
            for (var move = first; move < end; move++)
            {
                Compute(move, move - first);
            }
        }

        private void Compute(int move, int place)
        {
            if (Frames[place] is { } old)
            {
                spare.Push(old);
                Frames[place] = null;
            }

            var (value, isRate) = (owner.route.Given + move, owner.route.Moves[move].Row is null);
            if (isRate)
            {
                Frames[place] = spare.TryPop(out var used) ? used : owner.core.Rest.NewFrame();
            }
            else if (owner.kept[value] is not null)
            {
                return;
            }

            owner.Compute(owner.route.Moves[move], values, scratch[place], Frames[place]!);
            values[value] ??= scratch[place];
            if (isRate)
            {
                owner.core.Rest.Linearise(Frames[place]!);
            }
        }
    }
}
