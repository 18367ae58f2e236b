using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// u_t = D/R(u) u_xx on (0, 1), u(0) = 1, u(1) = D u_x(1): diffusion of a solute that sticks (Freundlich).
/// </summary>
/// <remarks>
/// R(u) = 1 + (1 - φ)/φ ρ k n (u + ε)^(n-1); constants as in Takamoto et al. (2022), arXiv:2210.07182, appendix D.5.
/// Second
/// differences on points; the implicit midpoint rule after two steps halved and fully implicit, which damp the jump at
/// the
/// left end (Rannacher, 1984, doi:10.1007/BF01390130); Newton's method on tridiagonal systems.
/// </remarks>
public sealed class DiffusionSorption
{
    /// <summary>Effective diffusivity D.</summary>
    public const double Diffusivity = 5e-4;

    private const double Porosity = 0.29;
    private const double Density = 2880;
    private const double Freundlich = 3.5e-4;
    private const double Exponent = 0.874;
    private const double Least = 1e-6;
    private const int Damped = 2;
    private const int Newtons = 30;
    private const double Tolerance = 1e-12;

    private readonly int points;
    private readonly double spacing;

    /// <summary>On <paramref name="points"/> points from 0 to 1, both ends included.</summary>
    public DiffusionSorption(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 3);
        this.points = points;
        spacing = 1.0 / (points - 1);
    }

    /// <summary>R(u): how much slower the solute moves than without sorption.</summary>
    public static double Retardation(double u) =>
        1 + ((1 - Porosity) / Porosity * Density * Freundlich * Exponent * Math.Pow(
            Math.Max(u, 0) + Least, Exponent - 1));

    /// <summary>dR/du.</summary>
    public static double RetardationSlope(double u) => u < 0
        ? 0
        : (1 - Porosity) / Porosity * Density * Freundlich * Exponent * (Exponent - 1) * Math.Pow(
            u + Least, Exponent - 2);

    /// <summary>d²R/du².</summary>
    public static double RetardationCurvature(double u) => u < 0
        ? 0
        : (1 - Porosity) / Porosity * Density * Freundlich * Exponent * (Exponent - 1) * (Exponent - 2) * Math.Pow(
            u + Least, Exponent - 3);

    /// <summary>The same from a constant state.</summary>
    public States Solve(double initial, double interval, int outputs, int steps) =>
        Solve([.. Enumerable.Repeat(initial, points)], interval, outputs, steps);

    /// <summary>
    /// States after 0, 1, …, <paramref name="outputs"/> intervals of <paramref name="interval"/>, each in
    /// <paramref name="steps"/> steps; shape [outputs + 1, points].
    /// </summary>
    /// <exception cref="ArithmeticException">Newton's method does not settle; take more steps.</exception>
    public States Solve(ReadOnlySpan<double> initial, double interval, int outputs, int steps)
    {
        var states = new States(outputs + 1, points);
        var u = initial.ToArray();
        Ends(u);
        u.CopyTo(states[0]);
        for (var k = 1; k <= outputs; k++)
        {
            for (var step = 0; step < steps; step++)
            {
                Step(u, interval / steps, isFirst: k == 1 && step < Damped);
            }

            u.CopyTo(states[k]);
        }

        return states;
    }

    // The last value follows from u(1) = D (u(1) - u(1 - Δx))/Δx.
    private void Ends(double[] u)
    {
        u[0] = 1;
        u[^1] = -Diffusivity / (spacing - Diffusivity) * u[^2];
    }

    private void Step(double[] u, double dt, bool isFirst)
    {
        if (isFirst)
        {
            Step(u, dt / 2, 1.0);
            Step(u, dt / 2, 1.0);
        }
        else
        {
            Step(u, dt, 0.5);
        }
    }

    private void Step(double[] u, double dt, double implicitness)
    {
        var old = (double[])u.Clone();
        var (lower, diagonal, upper, right) = (new double[points], new double[points], new double[points],
            new double[points]);
        for (var newton = 0; newton < Newtons; newton++)
        {
            System(u, old, dt, implicitness, lower, diagonal, upper, right);
            var largest = Solve(lower, diagonal, upper, right);
            for (var i = 0; i < points; i++)
            {
                u[i] -= right[i];
            }

            if (largest < Tolerance)
            {
                return;
            }
        }

        throw new ArithmeticException(
            $"Newton's method did not settle in {Newtons} iterations with a step of {dt}; take more steps.");
    }

    private void System(
        double[] u, double[] old, double dt, double implicitness, double[] lower, double[] diagonal, double[] upper,
            double[] right)
    {
        (diagonal[0], upper[0], right[0]) = (1, 0, u[0] - 1);
        (lower[^1], diagonal[^1]) = (Diffusivity, spacing - Diffusivity);
        right[^1] = ((spacing - Diffusivity) * u[^1]) + (Diffusivity * u[^2]);
        var ratio = dt * Diffusivity / (spacing * spacing);
        for (var i = 1; i < points - 1; i++)
        {
            // R at the same place in the step as the second difference.
            var middle = (implicitness * u[i]) + ((1 - implicitness) * old[i]);
            var (r, slope) = (Retardation(middle), implicitness * RetardationSlope(middle));
            var bend = (implicitness * Bend(u, i)) + ((1 - implicitness) * Bend(old, i));
            right[i] = (r * (u[i] - old[i])) - (ratio * bend);
            (lower[i], upper[i]) = (-implicitness * ratio, -implicitness * ratio);
            diagonal[i] = r + (slope * (u[i] - old[i])) + (2 * implicitness * ratio);
        }
    }

    private static double Bend(double[] u, int i) => u[i - 1] - (2 * u[i]) + u[i + 1];

    // Thomas' algorithm; the solution replaces the right side, its largest value is returned.
    private static double Solve(double[] lower, double[] diagonal, double[] upper, double[] right)
    {
        for (var i = 1; i < right.Length; i++)
        {
            var factor = lower[i] / diagonal[i - 1];
            diagonal[i] -= factor * upper[i - 1];
            right[i] -= factor * right[i - 1];
        }

        var largest = 0.0;
        for (var i = right.Length - 1; i >= 0; i--)
        {
            right[i] = (right[i] - (i + 1 < right.Length ? upper[i] * right[i + 1] : 0)) / diagonal[i];
            largest = Math.Max(largest, Math.Abs(right[i]));
        }

        return largest;
    }
}
