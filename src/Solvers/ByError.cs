using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Steps whose error, by comparison with two halves, stays below a tolerance.</summary>
/// <param name="Tolerance">Largest local error of a value, in the units of the state.</param>
/// <param name="Order">Order of the scheme.</param>
/// <remarks>
/// Richardson (1911); Hairer, Nørsett and Wanner, Solving ODEs I, II.4. The two halves are what is kept.
/// </remarks>
public sealed record ByError(double Tolerance, int Order) : IStepControl
{
    /// <inheritdoc/>
    public bool TryStep(IModel model, IModel halved, States state, out bool mayGrow)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(halved);
        ArgumentNullException.ThrowIfNull(state);
        States whole = state.Clone(), halves = state.Clone();
        var error = double.PositiveInfinity;
        try
        {
            model.Advance(whole, 1);
            halved.Advance(halves, 2);
            error = Difference(whole.Values, halves.Values) / (Math.Pow(2, Order) - 1);
        }
        catch (BlowUpException)
        {
            // A step that leaves the finite numbers is too long.
        }

        // A step twice as long has 2^(order + 1) times the error; a factor two keeps it from being refused.
        mayGrow = error * Math.Pow(2, Order + 2) < Tolerance;
        if (!(error <= Tolerance))
        {
            return false;
        }

        halves.Values.CopyTo(state.Values);
        return true;
    }

    private static double Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var largest = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        }

        return largest;
    }
}
