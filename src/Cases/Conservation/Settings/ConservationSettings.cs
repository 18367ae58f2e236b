using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A field guessed from a few values and then made to conserve its mass.</summary>
public sealed record ConservationSettings : IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The equation.</summary>
    public required MediumSettings Medium { get; init; }

    /// <summary>Cells of the finite volumes.</summary>
    [AtLeast(8)]
    public required int Cells { get; init; }

    /// <summary>When the field is wanted.</summary>
    [Positive]
    public required double Time { get; init; }

    /// <summary>Cells whose values are known.</summary>
    [AtLeast(2)]
    public required int Known { get; init; }

    /// <summary>How often the known cells are drawn.</summary>
    [AtLeast(1)]
    public required int Draws { get; init; }

    /// <summary>Least standard deviation that a likelihood credits.</summary>
    [Positive]
    public required double LeastDeviation { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => new(
        75e6, isAtLeast: false,
        [new HeldArray($"covariances of {Cells} cells", (double)Cells * Cells, 2, "cells")]);
}
