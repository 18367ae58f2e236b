namespace Sci.Surrogates;

/// <summary>A vector register; its lanes are neighbouring points.</summary>
internal unsafe interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged
{
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf Load(T* from);

    static abstract TSelf Broadcast(T value);

    static abstract TSelf Constant(double value);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>eˣ for x ≤ 0.</summary>
    static abstract TSelf Exp(TSelf x);

    static abstract TSelf Tanh(TSelf x);

    static abstract T Sum(TSelf x);

    void Store(T* to);
}
