namespace Sci.Numerics;

/// <summary>A tree of random streams: every name and number under a source has a stream of its own.</summary>
/// <remarks>
/// <c>new RandomSource(seed)["observations"][time]</c> depends on the seed and the path alone, so that a draw added in
/// one place changes no other, and work split over any number of threads draws the same numbers. The generator is
/// xoshiro256++ (Blackman and Vigna, 2021, doi:10.1145/3460772), its state filled by SplitMix64 from the path's key.
/// A source is for one thread at a time; its children are independent of its position.
/// </remarks>
public sealed class RandomSource
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private readonly ulong key;
    private Xoshiro state;

    /// <summary>The root of a tree of streams.</summary>
    public RandomSource(ulong seed)
    {
        key = Mix(seed + GoldenGamma);
        state = new Xoshiro(
            Mix(key + (1 * GoldenGamma)),
            Mix(key + unchecked(2 * GoldenGamma)),
            Mix(key + unchecked(3 * GoldenGamma)),
            Mix(key + unchecked(4 * GoldenGamma)));
    }

    /// <summary>The stream of the given name.</summary>
    public RandomSource this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            var hash = key ^ 0xCBF29CE484222325;
            foreach (var letter in name)
            {
                hash = Mix(hash ^ letter);
            }

            return new RandomSource(hash);
        }
    }

    /// <summary>The stream of the given number: a time, a member, a sample.</summary>
    public RandomSource this[long index] => new(Mix(key ^ 0x5851F42D4C957F2D) + (ulong)index);

    /// <summary>The next 64 random bits.</summary>
    public ulong Bits() => state.Next();

    /// <summary>A uniform draw from [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform draw from 0, 1, …, <paramref name="count"/> - 1.</summary>
    /// <remarks>Lemire (2019), doi:10.1145/3230636, with rejection, so without bias.</remarks>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var bound = (ulong)count;
        var low = Math.BigMul(Bits(), bound, out var fraction);
        while (fraction < bound && fraction < (0 - bound) % bound)
        {
            low = Math.BigMul(Bits(), bound, out fraction);
        }

        return (int)low;
    }

    /// <summary>A standard normal draw.</summary>
    public double Normal()
    {
        var bits = Bits();
        return Ziggurat.TryDraw(bits, out var x) ? x : Ziggurat.DrawSlowly(this, bits);
    }

    /// <summary>
    /// Fills <paramref name="destination"/> with standard normal draws, as repeated <see cref="Normal"/> would.
    /// </summary>
    public void Normals(Span<double> destination)
    {
        while (true)
        {
            var drawn = Ziggurat.DrawInside(ref state, destination, out var refused);
            if (drawn == destination.Length)
            {
                return;
            }

            destination[drawn] = Ziggurat.DrawSlowly(this, refused);
            destination = destination[(drawn + 1)..];
        }
    }

    /// <summary>Puts <paramref name="items"/> in a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
