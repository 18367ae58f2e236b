using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What a figure of some experiments is to be: what was published, and what the case promises.</summary>
public sealed record Expectation : IChecked
{
    /// <summary>Names of experiments, or patterns with <c>*</c>.</summary>
    [Count(1)]
    public required IReadOnlyList<string> Experiments { get; init; }

    /// <summary>Name of the figure.</summary>
    public required string Metric { get; init; }

    /// <summary>The promise: no more than this.</summary>
    public double? AtMost { get; init; }

    /// <summary>The promise: no less than this.</summary>
    public double? AtLeast { get; init; }

    /// <summary>What others reached.</summary>
    public double? Published { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(AtMost is not null || AtLeast is not null || Published is not null, nameof(Metric),
            "has no figure; give at_most, at_least or published");
    }

    /// <summary>Whether a value keeps the promise.</summary>
    public bool IsKept(double value) => !(value > AtMost) && !(value < AtLeast) && !double.IsNaN(value);
}
