using Sci.Numerics;

namespace Sci.Faults;

/// <summary>Damage to the bytes of a file, as disks, networks and interrupted copies do it.</summary>
internal static class Mutation
{
    /// <summary>Bytes that differ from the original; the same draws damage them the same way.</summary>
    public static byte[] Of(byte[] original, RandomSource random)
    {
        while (true)
        {
            var bytes = Once(original, random);
            if (!bytes.AsSpan().SequenceEqual(original))
            {
                return bytes;
            }
        }
    }

    private static byte[] Once(byte[] original, RandomSource random)
    {
        byte[] bytes = [.. original];
        switch (random.Below(6))
        {
            case 0:
                return bytes[..random.Below(bytes.Length)];
            case 1:
                return [.. bytes, .. Noise(1 + random.Below(64), random)];
            case 2:
                Block(bytes, random).Clear();
                return bytes;
            case 3:
                Noise(64, random).AsSpan(0, int.Min(64, bytes.Length)).CopyTo(Block(bytes, random, 64));
                return bytes;
            case 4:
                Block(bytes, random, 8).Fill(0xFF); // lengths and addresses out of all bounds
                return bytes;
            default:
                for (var flips = 1 + random.Below(16); flips > 0; flips--)
                {
                    bytes[random.Below(bytes.Length)] ^= (byte)(1 << random.Below(8));
                }

                return bytes;
        }
    }

    private static Span<byte> Block(byte[] bytes, RandomSource random, int? length = null)
    {
        var count = int.Min(bytes.Length, length ?? (1 + random.Below(512)));
        return bytes.AsSpan(random.Below(bytes.Length - count + 1), count);
    }

    private static byte[] Noise(int count, RandomSource random)
    {
        var noise = new byte[count];
        foreach (ref var value in noise.AsSpan())
        {
            value = (byte)random.Bits();
        }

        return noise;
    }
}
