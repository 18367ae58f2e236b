using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Interpolates what is left of the readings without a known mean, and adds the mean again.</summary>
/// <param name="Mean">A snapshot, such as a climate's zonal mean or a forecast, shape [1, fields·points].</param>
/// <param name="Inner">What interpolates the rest.</param>
public sealed record AboutMean(States Mean, IInterpolant Inner) : IInterpolant
{
    /// <inheritdoc/>
    public States Interpolate(Sensors sensors, States readings)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(readings);
        var known = sensors.Read(Mean);
        var rest = readings.Clone();
        for (var row = 0; row < rest.Count; row++)
        {
            Add(rest[row], known[0], -1);
        }

        var fields = Inner.Interpolate(sensors, rest);
        for (var row = 0; row < fields.Count; row++)
        {
            Add(fields[row], Mean[0], 1);
        }

        return fields;
    }

    private static void Add(Span<double> x, ReadOnlySpan<double> y, double factor)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] += factor * y[i];
        }
    }
}
