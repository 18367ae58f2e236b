using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// Diffusion and sorption solved by least squares over basis fields, by one solve and by experts for parts of the line.
/// </summary>
public sealed record ExpertsSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Points of the line, both ends included.</summary>
    [AtLeast(8)]
    public required int Points { get; init; }

    /// <summary>Intervals of time.</summary>
    [AtLeast(2)]
    public required int Intervals { get; init; }

    /// <summary>Time that is solved for.</summary>
    [Positive]
    public required double Duration { get; init; }

    /// <summary>Solutions that the basis is made from, their initial states drawn.</summary>
    [AtLeast(2)]
    public required int Training { get; init; }

    /// <summary>
    /// Basis fields of an expert: the leading principal components of those solutions on its part of the line.
    /// </summary>
    [AtLeast(2)]
    public required int Basis { get; init; }

    /// <summary>Experts, each with coefficients of its own on its part of the line.</summary>
    [AtLeast(1)]
    public required int Experts { get; init; }

    /// <summary>Weight of the difference between neighbours at the two points of their interface; 0 for none.</summary>
    [NonNegative]
    public required double Agreement { get; init; }

    /// <summary>Solutions to find, their initial states drawn.</summary>
    [AtLeast(1)]
    public required int Tests { get; init; }

    /// <summary>Weight of the equation beside initial and boundary values.</summary>
    [Positive]
    public required double Weight { get; init; }

    /// <summary>Weight of the coefficients themselves, which keeps them from running away.</summary>
    [NonNegative]
    public required double Ridge { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => ExpertsMemory.Of(this);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            Basis * Experts <= Training, nameof(Basis),
            $"times experts cannot exceed the {Training} solutions that the fields are made from");
    }

    /// <summary>Distance of the points.</summary>
    internal double Spacing => 1.0 / (Points - 1);
}
