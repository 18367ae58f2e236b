using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using Sci.Numerics;
using Sci.Solvers.Kernels;

namespace Sci.Solvers;

/// <summary>
/// An equation carried forward pseudo-spectrally: linear terms by the scheme in modes, products at the points.
/// </summary>
/// <remarks>
/// <para>A field's own linear terms with constant coefficients are the scheme's exponential or implicit part; all else
/// is its explicit part, in flux form where there is one: <c>-u*u_x</c> is -½ik times the modes of u². Rows are
/// independent, with the same bits for any batch size and any number of threads. A step allocates nothing.</para>
/// <para>A multistep scheme starts every <see cref="Advance(States, int)"/> afresh with a one-step scheme; to go on
/// with a history, use <see cref="Advance(States, IReadOnlyList{States}, int)"/>.</para>
/// </remarks>
public sealed class SpectralModel : IEquationModel, ITangentModel
{
    private readonly SpectralCore core;
    private readonly Lazy<LaneBatch?> lanes;

    /// <summary>A model without dealiasing, for spectra that end before the grid does.</summary>
    public SpectralModel(Equation equation, Scheme scheme)
        : this(equation, scheme, Dealiasing.None)
    {
    }

    /// <summary>A model with its products dealiased as asked.</summary>
    /// <exception cref="ArgumentException">The grid is neither a line with the axis x nor a box with the axes y,
    /// x.</exception>
    public SpectralModel(Equation equation, Scheme scheme, Dealiasing dealiasing)
        : this(equation, scheme, dealiasing, filter: null)
    {
    }

    /// <summary>A model whose state is filtered after every step.</summary>
    /// <exception cref="ArgumentException">The grid is neither a line with the axis x nor a box with the axes y,
    /// x.</exception>
    public SpectralModel(Equation equation, Scheme scheme, Dealiasing dealiasing, ExponentialFilter? filter)
        : this(equation, scheme, dealiasing, filter, stencil: null)
    {
    }

    /// <summary>A model by finite differences, its products at the grid's points.</summary>
    /// <exception cref="ArgumentException">The grid is neither a line with the axis x nor a box with the axes y,
    /// x.</exception>
    public SpectralModel(Equation equation, Scheme scheme, Stencil stencil)
        : this(equation, scheme, Dealiasing.None, filter: null, stencil ?? throw new ArgumentNullException(
            nameof(stencil)))
    {
    }

    private SpectralModel(
        Equation equation, Scheme scheme, Dealiasing dealiasing, ExponentialFilter? filter, Stencil? stencil)
        : this(
            new SpectralCore(
                equation ?? throw new ArgumentNullException(nameof(equation)),
                scheme ?? throw new ArgumentNullException(nameof(scheme)),
                dealiasing ?? throw new ArgumentNullException(nameof(dealiasing)), filter, stencil),
            dealiasing, filter, stencil, Precision.Double)
    {
    }

    private SpectralModel(
        SpectralCore core, Dealiasing dealiasing, ExponentialFilter? filter, Stencil? stencil, Precision precision)
    {
        this.core = core;
        Dealiasing = dealiasing;
        Filter = filter;
        Stencil = stencil;
        Precision = precision;
        lanes = new Lazy<LaneBatch?>(() => LaneBatch.Of(core, precision));
    }

    /// <summary>What is carried forward.</summary>
    public Equation Equation => core.Equation;

    /// <summary>How.</summary>
    public Scheme Scheme => core.Method.Scheme;

    /// <summary>How aliases of products are removed.</summary>
    public Dealiasing Dealiasing { get; }

    /// <summary>What multiplies the state after every step, or nothing.</summary>
    public ExponentialFilter? Filter { get; }

    /// <summary>The differences that stand for derivatives, or nothing where those are exact.</summary>
    public Stencil? Stencil { get; }

    /// <summary>What <see cref="Advance(States, int)"/> computes with.</summary>
    public Precision Precision { get; }

    internal SpectralCore Core => core;

    /// <inheritdoc/>
    public Grid Grid => Equation.Grid;

    /// <inheritdoc/>
    public double TimeStep => Scheme.TimeStep;

    /// <inheritdoc/>
    public int Memory => Scheme.Memory;

    /// <summary>The same scheme and dealiasing with another equation: a corrected model.</summary>
    /// <exception cref="ArgumentException">The precision is single, and the equation has no form in vector
    /// lanes.</exception>
    public SpectralModel With(Equation equation) =>
        new SpectralModel(equation, Scheme, Dealiasing, Filter, Stencil).In(Precision);

    /// <summary>The same model computed in the given precision.</summary>
    /// <remarks>
    /// Steps alone are taken in single precision; responses, tangents and adjoints stay double.
    /// </remarks>
    /// <exception cref="ArgumentException">The precision is single, and the model has no form in vector
    /// lanes.</exception>
    public SpectralModel In(Precision precision)
    {
        ArgumentNullException.ThrowIfNull(precision);
        var model = new SpectralModel(core, Dealiasing, Filter, Stencil, precision);
        return precision == Precision.Double || model.lanes.Value is not null ? model : throw new ArgumentException(
            "Single precision is for models that vector lanes carry, and they do not carry the equation of "
            + $"{string.Join(", ", Equation.Fields)} on {string.Join(" × ", Grid.Axes.Select(axis => axis.Points))} "
            + $"points with dealiasing {Dealiasing}: take "
            + "one field on a line of 16, 32, 64, … points without padding or given fields, a periodic box whose sides "
            + "are multiples of 16 without prime factors above 5, or double precision.",
            nameof(precision));
    }

    IEquationModel IEquationModel.With(Equation equation) => With(equation);

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">A member left the finite numbers, at a time counted from this call; the states
    /// are then of no use.</exception>
    /// <exception cref="ArgumentException">The states are not of this equation's size.</exception>
    public void Advance(States states, int steps = 1)
    {
        Check(states);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (AdvanceInLanes(new LaneWork(states, null, steps)))
        {
            return;
        }

        Rows.ForEach(states.Count, (long)steps * states.Size, row =>
        {
            var memory = core.Rent();
            var blownUp = core.Advance(states[row], steps, memory);
            core.Return(memory);
            return blownUp;
        }, Fail);
    }

    /// <summary>Carries states forward together with the states before them, all in place.</summary>
    /// <param name="states">The current states.</param>
    /// <param name="earlier">The states one step before, two steps before, …: as many as
    /// <see cref="Scheme.Memory"/>.</param>
    /// <param name="steps">Number of steps.</param>
    /// <remarks>
    /// A run cut into such calls goes on as the scheme would without the cut, to round-off, at the same cost a step; a
    /// row's bits depend on neither its batch nor the number of threads.
    /// </remarks>
    /// <exception cref="BlowUpException">A member left the finite numbers, at a time counted from this call; the states
    /// are then of no use.</exception>
    /// <exception cref="ArgumentException">Wrong sizes, or not as many earlier states as the scheme
    /// remembers.</exception>
    public void Advance(States states, IReadOnlyList<States> earlier, int steps = 1)
    {
        Check(states, earlier, steps);
        if (AdvanceInLanes(new LaneWork(states, earlier, steps)))
        {
            return;
        }

        Rows.ForEach(states.Count, (long)steps * states.Size, row =>
        {
            var memory = core.Rent();
            var blownUp = core.Advance(states, earlier, row, steps, memory);
            core.Return(memory);
            return blownUp;
        }, Fail);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The derivative is exact for the discrete model. One-step schemes take an empty list of earlier states.
    /// </remarks>
    /// <exception cref="BlowUpException">A member left the finite numbers, at a time counted from this
    /// call.</exception>
    /// <exception cref="ArgumentException">Wrong sizes, or a term with a field or direction that the equation does not
    /// know.</exception>
    public States Respond(States states, IReadOnlyList<States> earlier, int steps, IReadOnlyList<FieldTerm> terms)
    {
        Check(states, earlier, steps);
        ArgumentNullException.ThrowIfNull(terms);
        var responses = new States(states.Count * terms.Count, states.Size);
        Run(states, earlier, steps, terms, responses, new States(0, states.Size));
        return responses;
    }

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">A member left the finite numbers, at a time counted from this
    /// call.</exception>
    /// <exception cref="ArgumentException">Wrong sizes, or a term with a field or direction that the equation does not
    /// know.</exception>
    /// <exception cref="NotSupportedException">The scheme is a multistep scheme.</exception>
    public void AdvanceLinearised(
        States states, int steps, IReadOnlyList<FieldTerm> terms, States responses, States perturbations)
    {
        RequireOneStep();
        Check(states, [], steps);
        ArgumentNullException.ThrowIfNull(terms);
        Check(responses);
        Check(perturbations);
        if (responses.Count != states.Count * terms.Count
            || (states.Count > 0 && perturbations.Count % states.Count != 0))
        {
            throw new ArgumentException(
                $"{states.Count} states have {states.Count * terms.Count} responses to "
                + $"{terms.Count} coefficients and a multiple of "
                + $"{states.Count} perturbations, not {responses.Count} and {perturbations.Count}.",
                nameof(responses));
        }

        Run(states, [], steps, terms, responses, perturbations);
    }

    /// <summary>
    /// One step of one state, in place; returns the largest value of ΔtΣwᵢN, over the stages and last the new state.
    /// </summary>
    internal double StepWithError(Span<double> state, ReadOnlySpan<double> weights)
    {
        var memory = core.Rent();
        var steps = memory.Steps;
        core.ToModes(state, steps.State);
        SpectralCore.Step(core.Method, core.Rest, steps, memory.Frame);
        core.ToState(steps.State, state);
        Complex[] error = new Complex[core.Linear.Length], last = new Complex[core.Linear.Length];
        core.Rest.Evaluate(steps.State, last, memory.Frame);
        for (var mode = 0; mode < error.Length; mode++)
        {
            error[mode] = weights[^1] * last[mode];
            for (var stage = 0; stage < core.Method.Stages; stage++)
            {
                error[mode] += weights[stage] * steps.Tendency(stage)[mode];
            }
        }

        core.Return(memory);
        var values = new double[state.Length];
        core.ToState(error, values);
        return TimeStep * values.Max(Math.Abs);
    }

    // Whether there are lanes for this equation and grid.
    private bool AdvanceInLanes(LaneWork work)
    {
        lanes.Value?.Advance(work);
        Rows.ThrowFirst(work.Failed, Fail);
        return lanes.Value is not null;
    }

    private void Run(
        States states, IReadOnlyList<States> earlier, int steps, IReadOnlyList<FieldTerm> terms, States responses,
        States perturbations)
    {
        var plan = new Responses(core, terms);
        var directions = states.Count == 0 ? 0 : perturbations.Count / states.Count;
        var pool = new ConcurrentBag<Responses.Memory>();
        Rows.ForEach(states.Count, (long)steps * states.Size * (terms.Count + directions + 1), row =>
        {
            var memory = pool.TryTake(out var used) ? used : plan.NewMemory(directions);
            var blownUp = plan.Run(states, earlier, row, steps, responses, perturbations, memory);
            pool.Add(memory);
            return blownUp;
        }, Fail);
    }

    /// <inheritdoc/>
    /// <remarks>Of <see cref="Advance(States, int)"/>: the start of a multistep scheme is differentiated too.</remarks>
    public ILinearisation Linearise(ReadOnlySpan<double> state, int steps)
    {
        Check(States.Of(state));
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return new SpectralLinearisation(core, Route.FromState(core, steps), state);
    }

    /// <summary>Runs from a state with its history, and keeps what the linearisation needs.</summary>
    /// <param name="history">The current state, the one a step before, …: 1 + <see cref="Memory"/> rows.</param>
    /// <param name="steps">Number of steps.</param>
    /// <returns>The derivative of <see cref="Advance(States, IReadOnlyList{States}, int)"/> in the space of histories:
    /// a perturbation, a sensitivity and the final state hold those of all rows, one after another.</returns>
    /// <exception cref="ArgumentException">Wrong sizes, or not as many rows.</exception>
    public ILinearisation Linearise(States history, int steps)
    {
        Check(history);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (history.Count != 1 + Memory)
        {
            throw new ArgumentException(
                $"{Scheme.GetType().Name} goes on from {1 + Memory} states, not {history.Count}.", nameof(history));
        }

        return new SpectralLinearisation(core, Route.FromHistory(core, steps), history.Values);
    }

    private void RequireOneStep()
    {
        if (Scheme.Memory > 0)
        {
            throw new NotSupportedException(
                $"{Scheme.GetType().Name} starts from several states, whose responses a call would have to be given; "
                + $"take a one-step scheme, such as {nameof(Krogstad)}, or {nameof(Linearise)}.");
        }
    }

    private void Check(States states, IReadOnlyList<States> earlier, int steps)
    {
        Check(states);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (earlier.Count != Scheme.Memory
            || earlier.Any(past => past.Count != states.Count || past.Size != states.Size))
        {
            throw new ArgumentException(
                $"{Scheme.GetType().Name} remembers {Scheme.Memory} earlier states of "
                + $"the same shape; {earlier.Count} were given.",
                nameof(earlier));
        }
    }

    private void Check(States states)
    {
        ArgumentNullException.ThrowIfNull(states);
        if (states.Size != Equation.Size)
        {
            throw new ArgumentException(
                $"A state of this equation has {Equation.Size} values ({Equation.Fields.Count} fields of {Grid.Points} "
                + $"points), not {states.Size}.",
                nameof(states));
        }
    }

    private BlowUpException Fail(int row, int step) => new(row, step * TimeStep, "is no longer finite", string.Create(
        CultureInfo.InvariantCulture,
        $"take a time step below {TimeStep}, more points than {Grid.Points}, or dealiasing other than {Dealiasing}"));
}
