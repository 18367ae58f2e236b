using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Model error discovery: truth, wrong model, observations, assimilation, discovery, verification.</summary>
/// <remarks>
/// Begins at any stage: with a truth to be seen, or with observations, analyses or increments from files.
/// </remarks>
public sealed record MedidaSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>
    /// How often the noise is drawn anew; metrics are medians over the draws, deviations and figures of the first.
    /// </summary>
    [AtLeast(1)]
    public int Seeds { get; init; } = 1;

    /// <summary>The grid of the truth and its observations.</summary>
    public required GridSettings Grid { get; init; }

    /// <summary>The system itself; left out where observations, analyses or increments come from a file.</summary>
    public TruthSettings? Truth { get; init; }

    /// <summary>The model that is wrong.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>When and how well the system is seen, or the file that says what was seen.</summary>
    public ObservationSettings? Observations { get; init; }

    /// <summary>Analyses from a file in place of observations: the model steps from each to the next.</summary>
    public FileObservationSettings? Analysis { get; init; }

    /// <summary>Analyses and increments from a file in place of observations.</summary>
    public IncrementFileSettings? Increments { get; init; }

    /// <summary>The filter between observations and increments; none uses the observations as they are.</summary>
    public AssimilationSettings? Assimilation { get; init; }

    /// <summary>How the missing terms are found.</summary>
    public required DiscoverySettings Discovery { get; init; }

    /// <summary>Forecasts of held-back times; none skips the stage.</summary>
    public VerificationSettings? Verification { get; init; }

    /// <summary>The windows that are seen.</summary>
    internal ObservationPlan Seen => (Analysis ?? Observations
        ?? throw new InvalidOperationException("Nothing is observed: the increments come from a file.")).Plan;

    /// <summary>Whether single snapshots are stepped forward to the next.</summary>
    internal bool UsesPairs => Discovery is SinglePassSettings or ConsistentSettings;

    /// <summary>The same with paths beginning at a folder and the files of data read.</summary>
    /// <exception cref="DataException">A file is not as the settings say.</exception>
    internal MedidaSettings In(string folder) => this with
    {
        Model = Model.In(folder),
        Truth = Truth switch
        {
            FileTruthSettings file => file.In(folder, Grid.Points),
            EquationTruthSettings equation => equation with { Initial = equation.Initial.In(folder) },
            _ => Truth,
        },
        Observations = Observations is FileObservationSettings seen ? seen.In(folder, UsesPairs) : Observations,
        Analysis = Analysis?.In(folder, pairs: true),
        Increments = Increments is null ? null : Increments with { Folder = folder },
    };

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => MedidaMemory.Of(In(folder), threads);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        if (Beginning.Check(this, complaints) is { } whole)
        {
            MedidaChecks.Check(whole, complaints);
            Agreement.Check(whole, complaints);
        }
    }
}
