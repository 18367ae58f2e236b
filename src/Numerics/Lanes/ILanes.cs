using System.Numerics;

namespace Sci.Numerics.Lanes;

/// <summary>
/// A vector register whose lanes go through the same arithmetic: different members, or different places of one.
/// </summary>
/// <remarks>
/// Every operation is exactly rounded in each lane, so the bits depend on neither the lane nor the arrangement.
/// </remarks>
/// <typeparam name="TSelf">The register.</typeparam>
/// <typeparam name="T">What a lane holds: numbers of double or of single precision.</typeparam>
internal unsafe interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>
    /// Number of members side by side: as many as lanes, or one, whose neighbouring places lie in the lanes.
    /// </summary>
    static abstract int Members { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf Load(T* from);

    /// <summary>The number at an address in every lane.</summary>
    static abstract TSelf Repeat(T* from);

    /// <summary>The same number in every lane, rounded once.</summary>
    static abstract TSelf Broadcast(double value);

    /// <summary>
    /// The factors, one a place, that meet the wave that begins with number <paramref name="at"/> of an array.
    /// </summary>
    static abstract TSelf Factor(T* factors, nint at);

    /// <summary>
    /// Of an array's first vector the first place's lanes from <paramref name="first"/>, the rest from
    /// <paramref name="others"/>.
    /// </summary>
    static abstract TSelf Join(TSelf first, TSelf others);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>c - a·b, rounded once.</summary>
    static abstract TSelf SubtractProduct(TSelf c, TSelf a, TSelf b);

    void Store(T* to);
}
