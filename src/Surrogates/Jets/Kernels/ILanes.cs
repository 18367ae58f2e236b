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

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf Load(T* from);

    static abstract TSelf Broadcast(T value);

    static abstract TSelf Constant(double value);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Abs(TSelf x);

    /// <summary>The larger; the second where one is NaN.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    static abstract TSelf CopySign(TSelf size, TSelf sign);

    /// <summary>x where a is less than b, else y.</summary>
    static abstract TSelf WhereLess(TSelf a, TSelf b, TSelf x, TSelf y);

    /// <summary>Adds the last bits of the second to the exponent of the first: x·2ⁿ.</summary>
    static abstract TSelf AddToExponent(TSelf x, TSelf bits);

    static abstract T Sum(TSelf x);

    void Store(T* to);
}
