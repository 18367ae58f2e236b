using System.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Adam: steps along the running mean of the gradient over the root of the running mean of its square.
/// </summary>
/// <param name="count">Number of parameters.</param>
/// <remarks>Kingma and Ba (2015), arXiv:1412.6980, algorithm 1, with β1 = 0.9, β2 = 0.999, ε = 1e-8.</remarks>
public sealed class Adam<T>(int count)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly T[] mean = new T[count];
    private readonly T[] square = new T[count];
    private readonly T[] gradient = new T[count];
    private int steps;

    /// <summary>The gradient of the last step, at the parameters before it.</summary>
    public ReadOnlySpan<T> Gradient => gradient;

    /// <summary>
    /// One step in place of <paramref name="parameters"/>; the objective's value before it is returned.
    /// </summary>
    public double Step(IObjective<T> objective, Span<T> parameters, double rate)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var value = objective.Evaluate(parameters, gradient);
        steps++;
        var scale = rate * Math.Sqrt(1 - Math.Pow(Beta2, steps)) / (1 - Math.Pow(Beta1, steps));
        var epsilon = T.CreateTruncating(Epsilon * Math.Sqrt(1 - Math.Pow(Beta2, steps)));
        var (keep1, keep2, size) = (T.CreateTruncating(Beta1), T.CreateTruncating(Beta2), T.CreateTruncating(scale));
        for (var i = 0; i < parameters.Length; i++)
        {
            var g = gradient[i];
            mean[i] = (keep1 * mean[i]) + ((T.One - keep1) * g);
            square[i] = (keep2 * square[i]) + ((T.One - keep2) * g * g);
            parameters[i] -= size * mean[i] / (T.Sqrt(square[i]) + epsilon);
        }

        return value;
    }
}
