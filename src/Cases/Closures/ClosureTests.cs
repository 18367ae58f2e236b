namespace Sci.Cases;

/// <summary>All closures on the ring of the training and on the longer one.</summary>
/// <param name="Trained">On the ring of the training: the mean, the polynomial, the network.</param>
/// <param name="Longer">On the longer ring, in the same order.</param>
internal sealed record ClosureTests(IReadOnlyList<ClosureScore> Trained, IReadOnlyList<ClosureScore> Longer);
