using Sci.Numerics;

namespace Sci.Cases;

/// <summary>What stage 1 keeps: true states of q₁ and q₂, shape [rows, 2·points].</summary>
/// <param name="Starts">First snapshots of the pairs.</param>
/// <param name="Ends">Second snapshots.</param>
/// <param name="Earlier">Snapshots before each first one, oldest first, [pair·count + i]; none without cycling.</param>
public sealed record JetTruth(States Starts, States Ends, States Earlier);
