using Sci.Assimilation;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Stage 2: sensors, and what they read.</summary>
internal static class JetObservationStage
{
    public static JetObserved Run(JetSettings settings, JetTruth truth, RandomSource random)
    {
        var sensors = Sensors.Random(JetFlow.Grid, settings.Observations.Ratio, random["sensors"]);
        States[] readings = [.. new[] { truth.Starts, truth.Ends, truth.Earlier }.Select(q =>
            sensors.Read(JetFlow.ToStreams(q)))];
        var sizes = Sizes(readings[0]);
        string[] names = ["starts", "ends", "earlier"];
        for (var i = 0; i < readings.Length && settings.Observations.Noise > 0; i++)
        {
            for (var row = 0; row < readings[i].Count; row++)
            {
                var noise = new double[readings[i].Size];
                random[names[i]][row].Normals(noise);
                for (var j = 0; j < noise.Length; j++)
                {
                    readings[i][row][j] += settings.Observations.Noise * sizes[2 * j / noise.Length] * noise[j];
                }
            }
        }

        return new JetObserved(sensors, readings[0], readings[1], readings[2], sizes);
    }

    // Standard deviations of ψ₁ and ψ₂ over all readings.
    private static double[] Sizes(States readings)
    {
        var sizes = new double[2];
        for (var layer = 0; layer < 2; layer++)
        {
            var half = readings.Size / 2;
            var values = Enumerable.Range(0, readings.Count)
                .SelectMany(row => readings[row].Slice(layer * half, half).ToArray()).ToArray();
            var mean = values.Average();
            sizes[layer] = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        }

        return sizes;
    }
}
