using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>Members minus their mean.</summary>
internal static class Anomalies
{
    public static Matrix Of(States ensemble)
    {
        Span<double> mean = ensemble.Size <= 1024 ? stackalloc double[ensemble.Size] : new double[ensemble.Size];
        return Of(ensemble, mean);
    }

    public static Matrix Of(States ensemble, Span<double> mean)
    {
        var anomalies = Matrix.Rent(ensemble.Count, ensemble.Size);
        ensemble.Values.CopyTo(anomalies.Values);
        Moments.Center(anomalies.Values, mean);
        return anomalies;
    }
}
