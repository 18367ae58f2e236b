namespace Sci.Numerics.Lanes;

/// <summary>A vector register whose lanes carry different members of an ensemble through the same arithmetic.</summary>
/// <remarks>Every operation is exactly rounded in each lane, so a member's bits depend on neither its lane nor the width.</remarks>
internal unsafe interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf Load(double* from);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Broadcast(double value);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>c - a·b, rounded once.</summary>
    static abstract TSelf SubtractProduct(TSelf c, TSelf a, TSelf b);

    void Store(double* to);
}
