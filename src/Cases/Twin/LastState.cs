using Sci.Assimilation;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>
/// Keeps the truth and the ensemble's mean and deviation of the last time that it was shown, and counts the times.
/// </summary>
/// <param name="shown">Told after each time.</param>
internal sealed class LastState(Action shown) : IDiagnostic
{
    private States? ensemble;
    private double[] truth = [];

    public (double[] Truth, double[] Mean, double[] Deviation) Value() =>
        Of(ensemble ?? throw new InvalidOperationException("No time was shown."), truth);

    /// <summary>Mean and deviation of members, with the truth beside them.</summary>
    public static (double[] Truth, double[] Mean, double[] Deviation) Of(States members, double[] truth)
    {
        var mean = new double[members.Size];
        for (var m = 0; m < members.Count; m++)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += members[m][i] / members.Count;
            }
        }

        var variances = members.Count > 1 ? Spread.Variances(members) : new double[mean.Length];
        return (truth, mean, Array.ConvertAll(variances, Math.Sqrt));
    }

    public void Add(States ensemble, ReadOnlySpan<double> truth)
    {
        this.ensemble ??= ensemble.Clone();
        ensemble.Values.CopyTo(this.ensemble.Values);
        this.truth = this.truth.Length == truth.Length ? this.truth : new double[truth.Length];
        truth.CopyTo(this.truth);
        shown();
    }
}
