using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Motions that leave an equation as it is; a sample is moved by one of them each time it is seen.</summary>
public interface ISymmetries
{
    /// <summary>
    /// The samples of the given numbers, each moved by a motion drawn for it, input and target alike.
    /// </summary>
    Samples Take(Samples from, ReadOnlySpan<int> numbers, RandomSource random);
}
