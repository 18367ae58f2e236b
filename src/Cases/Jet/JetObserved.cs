using Sci.Assimilation;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>What stage 2 keeps: readings of ψ₁ and ψ₂, shape [rows, 2·sensors].</summary>
/// <param name="Sensors">Where.</param>
/// <param name="Starts">At the beginnings of the pairs.</param>
/// <param name="Ends">At their ends.</param>
/// <param name="Earlier">Before the beginnings, as in <see cref="JetTruth"/>.</param>
/// <param name="Sizes">Standard deviation of ψ₁ and ψ₂ over sensors and pairs.</param>
public sealed record JetObserved(Sensors Sensors, States Starts, States Ends, States Earlier,
    IReadOnlyList<double> Sizes);
