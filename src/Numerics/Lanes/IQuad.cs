using System.Numerics;

namespace Sci.Numerics.Lanes;

/// <summary>Four numbers, of which four vectors can be turned into those of their first, second, … numbers.</summary>
internal unsafe interface IQuad<TSelf, T>
    where TSelf : unmanaged, IQuad<TSelf, T>
    where T : unmanaged, INumber<T>
{
    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf Load(T* from);

    /// <summary>Turns four vectors into those of their first, second, third and fourth numbers.</summary>
    static abstract void Transpose(ref TSelf a, ref TSelf b, ref TSelf c, ref TSelf d);

    void Store(T* to);
}
