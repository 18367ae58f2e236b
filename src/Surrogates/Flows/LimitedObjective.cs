namespace Sci.Surrogates;

/// <summary>
/// An objective that may be evaluated so often and is infinite thereafter; the best parameters are kept.
/// </summary>
/// <param name="inner">The objective.</param>
/// <param name="most">Evaluations that it may take.</param>
internal sealed class LimitedObjective(IObjective<double> inner, int most) : IObjective<double>
{
    private readonly double[] best = new double[inner.Count];
    private double least = double.PositiveInfinity;
    private int taken;

    /// <inheritdoc/>
    public int Count => inner.Count;

    /// <summary>Whether there are evaluations left.</summary>
    public bool HasMore => taken < most;

    /// <summary>The parameters of the least value so far.</summary>
    public ReadOnlySpan<double> Best => best;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        if (!HasMore)
        {
            return double.PositiveInfinity;
        }

        taken++;
        var value = inner.Evaluate(parameters, gradient);
        if (value < least)
        {
            least = value;
            parameters.CopyTo(best);
        }

        return value;
    }
}
