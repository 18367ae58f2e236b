using Sci.Numerics;

namespace Sci.Cases;

/// <summary>A solution by a network, beside its reference.</summary>
/// <param name="Rows">Coordinates of the rows: times, or y.</param>
/// <param name="Places">Coordinates of the columns: x.</param>
/// <param name="Reference">The reference, shape [rows, places].</param>
/// <param name="Solution">The network's, likewise.</param>
/// <param name="Parameters">The network's parameters, those of all windows one after another.</param>
/// <param name="Steps">Steps of training at which the loss was noted.</param>
/// <param name="Losses">The losses there.</param>
/// <param name="ResidualVariance">
/// Mean squared residual on the reference's points; not a number where it was not taken.
/// </param>
internal sealed record PinnAnswer(
    double[] Rows,
    double[] Places,
    States Reference,
    States Solution,
    double[] Parameters,
    int[] Steps,
    double[] Losses,
    double ResidualVariance)
{
    /// <summary>‖solution - reference‖/‖reference‖ over all rows.</summary>
    public double RelativeError
    {
        get
        {
            var (difference, norm) = (0.0, 0.0);
            for (var i = 0; i < Reference.Values.Length; i++)
            {
                var d = Solution.Values[i] - Reference.Values[i];
                difference += d * d;
                norm += Reference.Values[i] * Reference.Values[i];
            }

            return Math.Sqrt(difference / norm);
        }
    }

    /// <summary>Solution minus reference.</summary>
    public States Difference()
    {
        var difference = Solution.Clone();
        for (var i = 0; i < difference.Values.Length; i++)
        {
            difference.Values[i] -= Reference.Values[i];
        }

        return difference;
    }
}
