using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>The places that count at a place.</summary>
/// <param name="Indices">Their numbers.</param>
/// <param name="Weights">Of each, in (0, 1].</param>
internal sealed record Neighborhood(int[] Indices, double[] Weights)
{
    /// <summary>Square roots of the weights.</summary>
    public double[] Roots { get; } = Array.ConvertAll(Weights, Math.Sqrt);

    /// <summary>
    /// One for each of <paramref name="centers"/>, listing the <paramref name="places"/> of positive weight.
    /// </summary>
    public static Neighborhood[] Of(Grid grid, ITaper taper, States centers, States places) =>
        [.. Enumerable.Range(0, centers.Count).Select(center =>
        {
            var near = Enumerable.Range(0, places.Count)
                .Select(place => (place, weight: taper.At(Places.Distance(grid, centers[center], places[place]))))
                .Where(pair => pair.weight > 0).ToArray();
            return new Neighborhood([.. near.Select(pair => pair.place)], [.. near.Select(pair => pair.weight)]);
        })];

    /// <summary>
    /// Multiplies every field of <paramref name="values"/>, each of <paramref name="period"/> values, by the weights.
    /// </summary>
    public void Taper(Span<double> values, int period)
    {
        Span<double> kept = Weights.Length <= 1024 ? stackalloc double[Weights.Length] : new double[Weights.Length];
        for (var first = 0; first < values.Length; first += period)
        {
            var field = values.Slice(first, period);
            for (var i = 0; i < kept.Length; i++)
            {
                kept[i] = Weights[i] * field[Indices[i]];
            }

            field.Clear();
            for (var i = 0; i < kept.Length; i++)
            {
                field[Indices[i]] = kept[i];
            }
        }
    }
}
