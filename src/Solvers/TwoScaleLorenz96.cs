using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Lorenz's ring of slow variables, each driving a part of a ring of fast ones; by the classical Runge-Kutta scheme.
/// </summary>
/// <remarks>
/// Lorenz (1996), Predictability: a problem partly solved, (2)-(3):
/// X'ₖ = Xₖ₋₁(Xₖ₊₁ - Xₖ₋₂) - Xₖ + F - (hc/b) Σⱼ Yⱼₖ, Y'ᵢ = cb Yᵢ₊₁(Yᵢ₋₁ - Yᵢ₊₂) - cYᵢ + (hc/b) Xₖ with i = j + Jk one
/// ring. A state is X₁ … X_K, then Y in the order of its ring. Usual: K = 36, J = 10, F = 10, h = 1, b = c = 10, steps
/// of 0.005.
/// </remarks>
public sealed class TwoScaleLorenz96 : IModel
{
    private readonly int slow;
    private readonly int fastPerSlow;
    private readonly OdeModel ode;

    /// <summary>
    /// A ring of <paramref name="slow"/> variables with <paramref name="fastPerSlow"/> fast ones each; both at least 4.
    /// </summary>
    public TwoScaleLorenz96(int slow, int fastPerSlow, double timeStep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slow, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(fastPerSlow, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeStep);
        (this.slow, this.fastPerSlow) = (slow, fastPerSlow);
        ode = new OdeModel(Rate, Grid.Line(Size, slow), Size, timeStep);
    }

    /// <summary>Order of the scheme.</summary>
    public static int Order => OdeModel.Order;

    /// <summary>F.</summary>
    public required double Forcing { get; init; }

    /// <summary>h, the coupling.</summary>
    public required double Coupling { get; init; }

    /// <summary>c, the ratio of the time scales.</summary>
    public required double TimeRatio { get; init; }

    /// <summary>b, the ratio of the amplitudes.</summary>
    public required double AmplitudeRatio { get; init; }

    /// <summary>Number of values in a state: K + KJ.</summary>
    public int Size => slow * (1 + fastPerSlow);

    /// <inheritdoc/>
    public Grid Grid => ode.Grid;

    /// <inheritdoc/>
    public double TimeStep => ode.TimeStep;

    /// <inheritdoc/>
    public void Advance(States states, int steps = 1) => ode.Advance(states, steps);

    /// <summary>The rate of change of a state.</summary>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate)
    {
        ReadOnlySpan<double> x = state[..slow], y = state[slow..];
        Span<double> dx = rate[..slow], dy = rate[slow..];
        var exchange = Coupling * TimeRatio / AmplitudeRatio;
        for (var k = 0; k < slow; k++)
        {
            var sum = 0.0;
            foreach (var fast in y.Slice(k * fastPerSlow, fastPerSlow))
            {
                sum += fast;
            }

            dx[k] =
                (x[At(k - 1, slow)] * (x[At(k + 1, slow)] - x[At(k - 2, slow)])) - x[k] + Forcing - (exchange * sum);
        }

        var n = y.Length;
        for (var i = 0; i < n; i++)
        {
            dy[i] = (TimeRatio * AmplitudeRatio * y[At(i + 1, n)] * (y[At(i - 1, n)] - y[At(i + 2, n)]))
                - (TimeRatio * y[i]) + (exchange * x[i / fastPerSlow]);
        }
    }

    private static int At(int index, int count) => index < 0 ? index + count : index >= count ? index - count : index;
}
