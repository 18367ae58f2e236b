namespace Sci.Cases;

/// <summary>A large array of a run.</summary>
/// <param name="What">What it holds, with the counts that make it large.</param>
/// <param name="Numbers">Values in one copy; settings may ask for more than an integer holds.</param>
/// <param name="Copies">How many are there at once.</param>
/// <param name="Remedy">What to ask for less of, after "take fewer".</param>
public sealed record HeldArray(string What, double Numbers, double Copies, string Remedy)
{
    /// <summary>Bytes of one value.</summary>
    public int Width { get; init; } = sizeof(double);

    /// <summary>Bytes of all copies.</summary>
    public double Bytes => Numbers * Copies * Width;
}
