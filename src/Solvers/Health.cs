using System.Globalization;

namespace Sci.Solvers;

/// <summary>What a state says about the run that made it.</summary>
/// <param name="SpectralTail">Largest amplitude in the last tenth of the resolved wavenumbers over the largest of all,
/// over all fields.</param>
/// <param name="CourantNumber">Δt |velocity| / Δx, the largest over the points, summed over directions; 0 without
/// advection.</param>
/// <param name="Means">Mean of every field.</param>
/// <param name="MeanSquares">Mean square of every field: twice an energy or an enstrophy.</param>
public sealed record Health(
    double SpectralTail, double CourantNumber, IReadOnlyList<double> Means, IReadOnlyList<double> MeanSquares)
{
    /// <summary>Whether every number is finite.</summary>
    public bool IsFinite =>
        double.IsFinite(SpectralTail) && double.IsFinite(CourantNumber) && MeanSquares.All(double.IsFinite);

    /// <summary>Sentences that name what is wrong, its size and the remedy; none if all is well.</summary>
    /// <param name="accuracy">Relative accuracy that the run should have in space.</param>
    public IEnumerable<string> Warnings(double accuracy)
    {
        if (!IsFinite)
        {
            yield return "The state is no longer finite; take a smaller time step.";
            yield break;
        }

        if (SpectralTail > accuracy)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The spectrum has not ended where the grid does: its tail is {SpectralTail:G3} of its peak, above "
                + $"{accuracy:G3}; take more points.");
        }

        if (CourantNumber > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The flow crosses {CourantNumber:G3} grid lengths in a step; take "
                + $"a time step {CourantNumber:G3} times smaller.");
        }
    }
}
