namespace Sci.Solvers;

/// <summary>A time-stepping scheme with its step: how u_t = Lu + N(u) is carried over one step.</summary>
/// <remarks>
/// Every scheme is a general linear method (Butcher, 1966) whose weights are functions of z = LΔt, L the symbol of the
/// linear terms: stages and new values are sums of weights times old values and times ΔtN at the stages. One
/// interpreter carries all of them forward, and their tangents and adjoints too.
/// </remarks>
public abstract record Scheme
{
    private protected Scheme(double timeStep)
    {
        if (!(timeStep > 0) || !double.IsFinite(timeStep))
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeStep), timeStep, "A time step is a positive finite number.");
        }

        TimeStep = timeStep;
    }

    /// <summary>Length of one step, in the equation's unit of time.</summary>
    public double TimeStep { get; init; }

    /// <summary>Order of accuracy in the step, for smooth solutions of problems that are not stiff.</summary>
    public abstract int Order { get; }

    /// <summary>Number of states before the current one that a step uses: 0 for one-step schemes.</summary>
    public int Memory => Inputs.Max(input => input.Lag);

    /// <summary>What a step starts from: the current state first, then older states and ΔtN of older states.</summary>
    internal abstract IReadOnlyList<Input> Inputs { get; }

    /// <summary>Number of evaluations of N in a step.</summary>
    internal abstract int Stages { get; }

    /// <summary>Whether linear terms are treated like all others, so that they may as well be part of N.</summary>
    internal virtual bool IsExplicit => false;

    /// <summary>
    /// The schemes of the first steps of a run without a history, or none: then a one-step scheme takes smaller steps.
    /// </summary>
    internal virtual IReadOnlyList<Scheme> FirstSteps => [];

    /// <summary>
    /// The weights at z: rows are the stages, then the inputs of the next step; columns are the inputs, then ΔtN at the
    /// stages.
    /// </summary>
    internal abstract Dual[,] Weights(Dual z);
}
