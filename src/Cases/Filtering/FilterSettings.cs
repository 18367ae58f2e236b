using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// A filter over observations of your own, each time when it comes; there is no truth to compare with.
/// </summary>
public sealed record FilterSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What makes the forecasts.</summary>
    public required SystemSettings System { get; init; }

    /// <summary>Where the members are at the first observations.</summary>
    public required StartSettings Start { get; init; }

    /// <summary>What was seen of the system's first field, when and where.</summary>
    public required FileObservationSettings Observations { get; init; }

    /// <summary>Standard deviation of the observations' errors where the file has none.</summary>
    [Positive]
    public double? ObservationDeviation { get; init; }

    /// <summary>First times that are left out of every figure.</summary>
    [NonNegative]
    public required int BurnIn { get; init; }

    /// <summary>The filter.</summary>
    public required EnsembleMethodSettings Assimilation { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => FilterMemory.Of(this);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            System.Grid.Dimensions == 1, nameof(System),
            "is a box, but a file says where on a line each value was seen");
    }
}
