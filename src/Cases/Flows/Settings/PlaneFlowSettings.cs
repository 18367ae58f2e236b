using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A network that learns a forced viscous flow in a square, from runs of the solver.</summary>
public sealed record PlaneFlowSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The flow, and what the network learns from.</summary>
    public required FlowDataSettings Data { get; init; }

    /// <summary>The network.</summary>
    public required FlowNetworkSettings Network { get; init; }

    /// <summary>How it learns.</summary>
    public required LearningSettings Training { get; init; }

    /// <summary>
    /// Whether each pair is mirrored or turned, by lot, whenever it is seen, as this forcing allows.
    /// </summary>
    public required bool Symmetries { get; init; }

    /// <summary>Forecasts that are refined at the time of use; none leaves it out.</summary>
    public RefinementSettings? Refinement { get; init; }

    /// <summary>Points along a side that the network learns at.</summary>
    internal int Points => Data.Points / Data.EveryPoint;

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => SurrogateMemory.Of(this, threads);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            Data.Points % Data.EveryPoint == 0, "Data.EveryPoint", $"must divide the {Data.Points} points of a side");
        complaints.Require(
            2 * Network.Modes <= Points, "Network.Modes",
            $"must be at most {Points / 2}: {Points} points carry no more of either sign");
        complaints.Require(
            !Symmetries || Points % 4 == 0, nameof(Symmetries), "needs a multiple of four points a side");
        complaints.Require(
            !Training.Shifts && !Training.Reflections, nameof(Training), "has shifts and reflections for lines alone");
        complaints.Require(
            Multiple.Is(Data.Every, Data.TimeStep), "Data.Every", "must be a multiple of data.time_step");
        complaints.Require(
            Data.SpinUp == 0 || Multiple.Is(Data.SpinUp, Data.TimeStep), "Data.SpinUp",
            "must be a multiple of data.time_step");
        if (Refinement is { } refinement)
        {
            complaints.Require(
                refinement.Runs <= Data.TestRuns, "Refinement.Runs", $"must be at most the {Data.TestRuns} test runs");
            complaints.Require(
                refinement.Order <= Data.Given + 1, "Refinement.Order",
                $"must be at most the {Data.Given + 1} snapshots that are given");
        }
    }
}
