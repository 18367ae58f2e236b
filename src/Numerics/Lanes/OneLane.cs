namespace Sci.Numerics.Lanes;

/// <summary>A single number in the place of a vector.</summary>
internal readonly unsafe struct OneLane(double value) : ILanes<OneLane>
{
    private readonly double value = value;

    public static int Count => 1;

    public static int Members => 1;

    public static OneLane operator +(OneLane a, OneLane b) => new(a.value + b.value);

    public static OneLane operator -(OneLane a, OneLane b) => new(a.value - b.value);

    public static OneLane operator *(OneLane a, OneLane b) => new(a.value * b.value);

    public static OneLane Load(double* from) => new(*from);

    public static OneLane Broadcast(double value) => new(value);

    public static OneLane Factor(double* factors, nint index) => new(factors[index]);

    public static OneLane FirstFactor(double* factors, double first) => new(first);

    public static OneLane MultiplyAdd(OneLane a, OneLane b, OneLane c) =>
        new(Math.FusedMultiplyAdd(a.value, b.value, c.value));

    public static OneLane SubtractProduct(OneLane c, OneLane a, OneLane b) =>
        new(Math.FusedMultiplyAdd(-a.value, b.value, c.value));

    public void Store(double* to) => *to = value;
}
