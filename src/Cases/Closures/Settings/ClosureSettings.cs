using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// A network that learns what the fast variables of Lorenz's two-scale system do to the slow ones, beside polynomials.
/// </summary>
public sealed record ClosureSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The system that makes the truth.</summary>
    public required TwoScaleSettings System { get; init; }

    /// <summary>What is learnt from, and what is tested with.</summary>
    public required ClosureDataSettings Data { get; init; }

    /// <summary>The network, from all slow variables to the effects on all of them.</summary>
    public required FourierArchitectureSettings Network { get; init; }

    /// <summary>How it learns.</summary>
    public required LearningSettings Training { get; init; }

    /// <summary>Degree of the polynomial that the network is compared with.</summary>
    [Between(1, 9)]
    public required int Degree { get; init; }

    /// <summary>How many times as many slow variables the ring has on which nothing is learnt.</summary>
    [AtLeast(2)]
    public required int Longer { get; init; }

    /// <summary>Forecasts of the slow variables with each closure.</summary>
    public required ClosureForecastSettings Forecast { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => SurrogateMemory.Of(this);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            Network.Complaint(System.Slow) is null, nameof(Network), Network.Complaint(System.Slow) ?? "");
        complaints.Require(!Network.Positions, "Network.Positions", "must be no: a longer ring has other positions");
        foreach (var (time, key) in new[] { (Data.Every, "Data.Every"), (Forecast.Every, "Forecast.Every") })
        {
            complaints.Require(Multiple.Is(time, System.TimeStep), key, "must be a multiple of system.time_step");
        }

        complaints.Require(
            Multiple.Is(Forecast.Every, Forecast.TimeStep), "Forecast.Every",
            "must be a multiple of forecast.time_step");
    }
}
