using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Fixed features of the coordinates, with their derivatives: what the networks see instead of the coordinates.
/// </summary>
/// <param name="Features">Number of features.</param>
/// <param name="Map">Features from coordinates.</param>
public sealed record Embedding(int Features, Func<IReadOnlyList<Jet>, IReadOnlyList<Jet>> Map)
{
    /// <summary>The coordinates brought from [lower, upper] to [-1, 1].</summary>
    public static Embedding Scaled(IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        return new Embedding(lower.Count, z => [.. z.Select((jet, d) => Unit(jet, lower[d], upper[d]))]);
    }

    /// <summary>
    /// cos kωx and sin kωx for k = 1 … <paramref name="harmonics"/> of the first coordinate, ω = 2π/length; the others
    /// scaled.
    /// </summary>
    /// <remarks>
    /// Functions of these are periodic in the first coordinate whatever the network: Dong and Ni (2021),
    /// doi:10.1016/j.jcp.2021.110242.
    /// </remarks>
    public static Embedding Periodic(
        double length, int harmonics, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        return new Embedding((2 * harmonics) + lower.Count - 1, z =>
        [
            .. Enumerable.Range(1, harmonics).SelectMany(k =>
            {
                var angle = 2 * Math.PI * k / length * z[0];
                return new[] { Jet.Cos(angle), Jet.Sin(angle) };
            }),
            .. z.Skip(1).Select((jet, d) => Unit(jet, lower[d + 1], upper[d + 1])),
        ]);
    }

    /// <summary>cos(b·v) and sin(b·v) of this embedding's features v for normal b of the given deviation.</summary>
    /// <remarks>Random Fourier features: Tancik et al. (2020), arXiv:2006.10739.</remarks>
    public Embedding Fourier(int waves, double deviation, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var b = new double[waves * Features];
        random.Normals(b);
        return new Embedding(2 * waves, z =>
        {
            var v = Map(z);
            return [.. Enumerable.Range(0, waves).SelectMany(i =>
            {
                var angle = Enumerable.Range(
                    0, Features).Select(d => deviation * b[(i * Features) + d] * v[d]).Aggregate((a, c) => a + c);
                return new[] { Jet.Cos(angle), Jet.Sin(angle) };
            })];
        });
    }

    private static Jet Unit(Jet x, double lower, double upper) =>
        (2 / (upper - lower) * x) + (-(upper + lower) / (upper - lower));
}
