using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Burgers' equation u_t + (u²/2)ₓ = νuₓₓ by finite volumes that carry shocks: WENO of order 5 on a periodic line.
/// </summary>
/// <remarks>
/// Jiang and Shu (1996), doi:10.1006/jcph.1996.0130, with the Lax-Friedrichs splitting of the flux and the largest |u|
/// of the line; ν by the five-point difference of order 4; in time the strong-stability-preserving scheme of order 3.
/// Values are point values; their sum is kept to round-off. Order 5 in the mean, less at extrema. Stable for a Courant
/// number below 1 and Δt ν/Δx² below 0.4.
/// </remarks>
public sealed class FiniteVolumeBurgers : IModel
{
    // Keeps the weights of flat neighbourhoods finite.
    private const double Epsilon = 1e-6;
    private readonly double viscosity;

    /// <summary>A model on <paramref name="grid"/>, a line of at least 6 points.</summary>
    /// <exception cref="ArgumentException">The grid is not such a line.</exception>
    public FiniteVolumeBurgers(Grid grid, double viscosity, double timeStep)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfNegative(viscosity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeStep);
        if (grid.Dimensions != 1 || grid.Points < 6)
        {
            throw new ArgumentException(
                $"WENO of order 5 needs a line of at least 6 points, not {grid.Dimensions} axes of {grid.Points}.",
                nameof(grid));
        }

        this.viscosity = viscosity;
        (Grid, TimeStep) = (grid, timeStep);
    }

    /// <inheritdoc/>
    public Grid Grid { get; }

    /// <inheritdoc/>
    public double TimeStep { get; }

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">A member left the finite numbers, at a time counted from this
    /// call.</exception>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Rows.ForEach(states.Count, (long)steps * states.Size, row => Run(states[row], steps), (row, step) => new BlowUpException(
            row, step * TimeStep, "is no longer finite", "take a time step below Δx over the largest |u|"));
    }

    private int Run(Span<double> u, int steps)
    {
        double[] stage = new double[u.Length], rate = new double[u.Length], flux = new double[u.Length];
        for (var step = 0; step < steps; step++)
        {
            Rate(u, flux, rate);
            Mix(u, u, rate, 1, stage);
            Rate(stage, flux, rate);
            Mix(u, stage, rate, 0.25, stage);
            Rate(stage, flux, rate);
            Mix(u, stage, rate, 2.0 / 3, u);
            if (!SpectralCore.AllFinite(u))
            {
                return step + 1;
            }
        }

        return 0;
    }

    // (1 - share) u + share (v + Δt v').
    private void Mix(
        ReadOnlySpan<double> u, ReadOnlySpan<double> v, ReadOnlySpan<double> rate, double share, Span<double> sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = ((1 - share) * u[i]) + (share * (v[i] + (TimeStep * rate[i])));
        }
    }

    private void Rate(ReadOnlySpan<double> u, Span<double> flux, Span<double> rate)
    {
        var (n, h, speed) = (u.Length, Grid.Axes[0].Spacing, 0.0);
        foreach (var value in u)
        {
            speed = Math.Max(speed, Math.Abs(value));
        }

        for (var i = 0; i < n; i++)
        {
            flux[i] = Flux(u, i, speed);
        }

        for (var i = 0; i < n; i++)
        {
            var second = ((-At(u, i - 2) - At(u, i + 2)) / 12) + (4 * (At(u, i - 1) + At(u, i + 1)) / 3) - (2.5 * u[i]);
            rate[i] = ((flux[i == 0 ? n - 1 : i - 1] - flux[i]) / h) + (viscosity * second / (h * h));
        }
    }

    // Through the face after point i: what goes right, looking from the left, and what goes left.
    private static double Flux(ReadOnlySpan<double> u, int i, double speed)
    {
        double Right(double v) => 0.5 * ((0.5 * v * v) + (speed * v));
        double Left(double v) => 0.5 * ((0.5 * v * v) - (speed * v));
        double a = At(u, i - 2), b = At(u, i - 1), c = u[i], d = At(u, i + 1), e = At(u, i + 2), f = At(u, i + 3);
        return Weno(Right(a), Right(b), Right(c), Right(d), Right(e)) + Weno(
            Left(f), Left(e), Left(d), Left(c), Left(b));
    }

    // The value at the face after the third of five points.
    private static double Weno(double a, double b, double c, double d, double e)
    {
        var w0 = 0.1 / Square(Epsilon + Smoothness(a - (2 * b) + c, a - (4 * b) + (3 * c)));
        var w1 = 0.6 / Square(Epsilon + Smoothness(b - (2 * c) + d, b - d));
        var w2 = 0.3 / Square(Epsilon + Smoothness(c - (2 * d) + e, (3 * c) - (4 * d) + e));
        var p0 = (2 * a) - (7 * b) + (11 * c);
        var p1 = -b + (5 * c) + (2 * d);
        var p2 = (2 * c) + (5 * d) - e;
        return ((w0 * p0) + (w1 * p1) + (w2 * p2)) / (6 * (w0 + w1 + w2));
    }

    private static double Smoothness(double curvature, double slope) =>
        (13.0 / 12 * curvature * curvature) + (0.25 * slope * slope);

    private static double Square(double x) => x * x;

    private static double At(ReadOnlySpan<double> u, int i) =>
        u[i < 0 ? i + u.Length : i >= u.Length ? i - u.Length : i];
}
