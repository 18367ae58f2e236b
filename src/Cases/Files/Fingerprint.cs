using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sci.Cases.Files;

/// <summary>
/// SHA-256 of everything that a result depends on: its settings, and the fingerprints of what it was made from.
/// </summary>
/// <param name="Hex">64 hexadecimal digits.</param>
public readonly record struct Fingerprint(string Hex)
{
    /// <summary>Fingerprint of a stage's result.</summary>
    /// <param name="name">Name of the computation, with a version that changes when its meaning does.</param>
    /// <param name="settings">The settings that matter for it, as text that is equal for equal settings.</param>
    /// <param name="inputs">Fingerprints of the results that it starts from, in a fixed order.</param>
    public static Fingerprint Of(string name, string settings, params ReadOnlySpan<Fingerprint> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, name);
        Add(hash, settings);
        foreach (var input in inputs)
        {
            Add(hash, input.Hex);
        }

        return new Fingerprint(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Fingerprint of a file that came from elsewhere: of its bytes.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Fingerprint OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return new Fingerprint(Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;

    // The length goes first, so that ("ab", "c") and ("a", "bc") differ.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
