using Sci.Cases.Data;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Observations, or analyses, from a file; docs/own-data.md has its layout.</summary>
public sealed record FileObservationSettings : ObservationSettings
{
    /// <summary>The file: .h5, .nc or .csv, in the case's folder or by its full path.</summary>
    [DataPath]
    public required string File { get; init; }

    /// <summary>
    /// Name of the observed values; <c>value</c>, <c>observed</c>, <c>analysis</c> or <c>u</c> if left out.
    /// </summary>
    public string? Values { get; init; }

    /// <summary>Name of the times; <c>time</c> if left out.</summary>
    public string? Times { get; init; }

    /// <summary>Name of the positions; <c>x</c> or <c>position</c> if left out.</summary>
    public string? Positions { get; init; }

    /// <summary>Name of the standard deviations of the errors; <c>error</c>, where there is one, if left out.</summary>
    public string? Errors { get; init; }

    /// <summary>Snapshots of a window, neighbours sharing one; two for pairs, else all, if left out.</summary>
    [AtLeast(2)]
    public int? Snapshots { get; init; }

    /// <summary>Units of the case, to which those of the file are turned.</summary>
    public UnitSettings? Units { get; init; }

    internal GivenObservations? Given { get; init; }

    internal override ObservationPlan Plan => (Given
        ?? throw new InvalidOperationException("The file is read before its windows are asked for.")).Plan;

    /// <summary>The same with the file read.</summary>
    /// <param name="folder">Where relative paths begin.</param>
    /// <param name="pairs">Whether windows are pairs unless the settings say otherwise.</param>
    /// <exception cref="DataException">The file is not as the settings say.</exception>
    internal FileObservationSettings In(string folder, bool pairs) =>
        this with { Given = GivenReader.Read(this, Path.Combine(folder, File), pairs) };
}
