using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>One run of one system: what is solved, from where, how long, and what it is held against.</summary>
public sealed record SolveSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The system and how it is solved.</summary>
    public required SolvedSystemSettings System { get; init; }

    /// <summary>The state at time 0; left out for a system that brings its own.</summary>
    public SolvedInitialSettings? Initial { get; init; }

    /// <summary>Time that passes before the first state that is kept.</summary>
    [NonNegative]
    public double SpinUp { get; init; }

    /// <summary>Time from the first state that is kept to the last.</summary>
    [Positive]
    public required double Duration { get; init; }

    /// <summary>Number of equal intervals after which states are kept.</summary>
    [Between(1, 1 << 20)]
    public required int Saves { get; init; }

    /// <summary>
    /// Means over the box to be followed beside the system's own, sums of terms by name; <c>energy: 0.5*u^2</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Quantities { get; init; }

    /// <summary>What stops the run before its figures mean nothing.</summary>
    public WatchSettings? Watch { get; init; }

    /// <summary>A stochastic forcing.</summary>
    public StirringSettings? Stirring { get; init; }

    /// <summary>What the last state is compared with.</summary>
    public ReferenceSolutionSettings? Reference { get; init; }

    /// <summary>Measures the order of convergence.</summary>
    public OrderSettings? Order { get; init; }

    /// <summary>Measures Lyapunov exponents, from the last state on.</summary>
    public LyapunovSettings? Lyapunov { get; init; }

    internal double Interval => Duration / Saves;

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => SolveMemory.Of(this);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        var before = complaints.All.Count;
        complaints.Try(() => System.Grid, nameof(System));
        complaints.Try(() => System.Fields, nameof(System));
        if (complaints.All.Count > before)
        {
            return;
        }

        complaints.Require(
            (Initial is null) == System.HasOwnStart, nameof(Initial),
            System.HasOwnStart
                ? "must be left out: the system brings its own" : "is missing: the system has no state of its own");
        complaints.Try(() => Initial is FileStateSettings ? null : Initial?.On(System, Seed), nameof(Initial));
        complaints.Try(() => AllQuantities(), nameof(Quantities));
        complaints.Require(
            Watch is null || System is SpectralSystemSettings { Step: FixedStepSettings }, nameof(Watch),
            "needs a system that is an equation, with steps of fixed length");
        Watch?.Check(complaints, nameof(Watch), (System as SpectralSystemSettings)?.Quantities ?? []);
        CheckSteps(complaints);
    }

    /// <summary>The system's own quantities and the user's, or none for a system without an equation.</summary>
    internal Quantities? AllQuantities()
    {
        Quantity[] more = [.. (Quantities ?? new Dictionary<string, string>()).Select(
            pair => Quantity.Parse(pair.Key, pair.Value))];
        return System is SpectralSystemSettings spectral
            ? new Quantities(spectral.Equation, [.. spectral.Quantities, .. more])
            : more.Length == 0 ? null : throw new ArgumentException("Quantities need a system that is an equation.");
    }

    private void CheckSteps(Complaints complaints)
    {
        if (System is not ModelSystemSettings { Step: FixedStepSettings step } model)
        {
            complaints.Require(
                Order is null || (System is TabulatedSystemSettings && Order.Of == Refinement.Space), nameof(Order),
                "needs `of: space`, or a system with `step: {time_step: …}`");
            complaints.Require(
                System is ModelSystemSettings || (Lyapunov is null && Stirring is null && SpinUp == 0), nameof(System),
                "is no model that steps, so spin_up, stirring and lyapunov must be left out");
            complaints.Require(
                System is not ModelSystemSettings || Lyapunov is null, nameof(Lyapunov),
                "needs steps of fixed length, `step: {time_step: …}`");
            return;
        }

        foreach (var (length, name) in new[] { (Interval, nameof(Saves)), (SpinUp, nameof(SpinUp)) })
        {
            var steps = length / step.TimeStep;
            complaints.Require(
                Math.Abs(steps - Math.Round(steps)) <= 1e-6 * Math.Max(1, steps * 1e-6) && (length == 0 || steps > 0.5),
                name,
                "must make intervals that are multiples of the time step");
        }

        complaints.Require(
            Order is not { Of: Refinement.Space } || !model.Grid.HasWalls, nameof(Order),
            "must be `of: time` between walls, where a finer grid has none of a coarser one's points");
        complaints.Require(Stirring is null
            || model is SpectralSystemSettings, nameof(Stirring), "needs a system that is an equation");
    }
}
