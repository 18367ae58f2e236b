using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A network that learns what an equation does to a state, from runs of a solver.</summary>
public sealed record SurrogateSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>
    /// How many networks are trained, each from a start and in an order of its own; figures are medians over them.
    /// </summary>
    [AtLeast(1)]
    public int Seeds { get; init; } = 1;

    /// <summary>What the network learns from.</summary>
    public required SurrogateDataSettings Data { get; init; }

    /// <summary>The network.</summary>
    public required ArchitectureSettings Network { get; init; }

    /// <summary>How it learns.</summary>
    public required LearningSettings Training { get; init; }

    /// <summary>Long runs of the network by itself; none leaves them out.</summary>
    public RolloutSettings? Rollout { get; init; }

    /// <summary>A filter in which the network takes the solver's place; none leaves it out.</summary>
    public SurrogateFilterSettings? Filter { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => SurrogateMemory.Of(this, threads);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(() => Equation.Parse(Data.Grid.Line(), Data.Equation), "Data.Equation");
        complaints.Require(
            Data.Grid.Points % Data.EveryPoint == 0, "Data.EveryPoint",
            $"must divide the {Data.Grid.Points} points of the grid");
        complaints.Require(
            Multiple.Is(Data.Every, Data.TimeStep), "Data.Every", "must be a multiple of data.time_step");
        complaints.Require(
            Data.SpinUp == 0 || Multiple.Is(Data.SpinUp, Data.TimeStep), "Data.SpinUp",
            "must be a multiple of data.time_step");
        complaints.Require(Network.Complaint(Points) is null, nameof(Network), Network.Complaint(Points) ?? "");
        complaints.Require(
            Rollout is null || Rollout.Steps <= Data.TestSnapshots,
            "Rollout.Steps",
            $"must be at most the {Data.TestSnapshots} snapshots of a test run");
        if (Filter is { } filter)
        {
            Check(filter, complaints);
        }
    }

    /// <summary>Points that the network is trained at.</summary>
    internal int Points => Data.Grid.Points / Data.EveryPoint;

    private void Check(SurrogateFilterSettings filter, Complaints complaints)
    {
        complaints.Require(Data.EveryPoint == 1, "Data.EveryPoint", "must be 1, so that a filter can see all points");
        complaints.Require(
            Multiple.Is(filter.Observations.Every, Data.Every), "Filter.Observations.Every",
            "must be a multiple of data.every");
        complaints.Try(
            () => filter.Observations.Places.On(Data.Grid.Line(), 1, filter.Observations.Variance)(0),
            "Filter.Observations.Places");
    }
}
