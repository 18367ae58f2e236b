using System.Numerics.Tensors;
using Sci.Assimilation;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Keeps what the innovations show of another analysis.</summary>
/// <param name="inner">The analysis.</param>
/// <param name="burnIn">First times that the test of consistency leaves out.</param>
internal sealed class Watched(IAnalysis inner, int burnIn) : IAnalysis
{
    public List<double> Innovations { get; } = [];

    public List<double> Expected { get; } = [];

    public Consistency Consistency { get; } = new();

    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        var before = ensemble.Clone();
        var (innovation, variance) = Seen(before, observations, y);
        Innovations.Add(innovation);
        Expected.Add(Math.Sqrt(1 + variance));
        inner.Update(ensemble, observations, y, random);
        if (Innovations.Count > burnIn)
        {
            Consistency.Add(before, ensemble, observations, y);
        }
    }

    // Root mean square of the mean's innovation and mean variance of the members, both where observed and in units of
    // the errors.
    private static (double Innovation, double Variance) Seen(
        States ensemble, Observations observations, ReadOnlySpan<double> y)
    {
        var seen = new States(ensemble.Count, observations.Count);
        var departure = y.ToArray();
        observations.Errors.Whiten(departure);
        for (var m = 0; m < ensemble.Count; m++)
        {
            observations.Operator.Apply(ensemble[m], seen[m]);
            observations.Errors.Whiten(seen[m]);
            TensorPrimitives.MultiplyAdd(seen[m], -1.0 / ensemble.Count, departure, departure);
        }

        return (
            TensorPrimitives.Norm<double>(departure) / Math.Sqrt(departure.Length), Spread.Variances(seen).Average());
    }
}
