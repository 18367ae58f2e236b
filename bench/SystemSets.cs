using Sci.Discovery;
using Sci.Discovery.Tests;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>Equations of several fields, or in a box, with data made by our solvers.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Series">The clean fields.</param>
/// <param name="Library">Candidate terms of every field.</param>
/// <param name="Truth">The equations.</param>
internal sealed record SystemSets(string Name, FieldSeries Series, TermLibrary Library, Equation Truth)
{
    /// <summary>Spirals of two fields that react and diffuse in a box.</summary>
    public static SystemSets ReactionDiffusion
    {
        get
        {
            var grid = Grid.Box(64, 64, 20, 20);
            var equation = Equation.Parse(
                grid, "u_t = 0.1*lap(u) + u - u^3 - u*v^2 + u^2*v + v^3;"
                    + "v_t = 0.1*lap(v) + v - u^2*v - v^3 - u^3 - u*v^2");
            double[] start = [.. SolverData.Smooth(grid, 3, new RandomSource(11)), .. SolverData.Smooth(
                grid, 3, new RandomSource(12))];
            var library = TermLibrary.Products(["u", "v"], 3, 0, 2).With(TermLibrary.Parse(
                "u_x", "u_y", "v_x", "v_y", "lap(u)", "lap(v)", "u_xy", "v_xy", "(u^2)_x", "(u^2)_y", "(v^2)_x",
                "(v^2)_y").Terms);
            return new SystemSets("reaction-diffusion", SolverData.Run(equation, start, 60, 0.1, 4), library, equation);
        }
    }

    /// <summary>Real and imaginary part of a focusing nonlinear Schroedinger field on a line.</summary>
    public static SystemSets Schroedinger
    {
        get
        {
            var grid = Grid.Line(256, 20);
            var equation = Equation.Parse(grid, "u_t = 0.5*v_xx + u^2*v + v^3; v_t = -0.5*u_xx - u*v^2 - u^3");
            double[] start = [.. SolverData.Smooth(grid, 5, new RandomSource(13)), .. SolverData.Smooth(
                grid, 5, new RandomSource(14))];
            var products = TermLibrary.Products(["u", "v"], 3, 0, 1).Terms.Where(term => term != Term.One).ToArray();
            var slopes = products.SelectMany(
                term => Enumerable.Range(1, 3).Select(order => Term.Parse($"({term})_{new string('x', order)}")));
            return new SystemSets(
                "nls-2x256x251", SolverData.Run(equation, start, 251, 0.0125, 25),
                new TermLibrary([Term.One, .. products, .. slopes]), equation);
        }
    }

    /// <summary>Vorticity in a box, advected by its own stream function and worn by friction.</summary>
    public static SystemSets Vorticity
    {
        get
        {
            var grid = Grid.Box(64, 64, 2 * Math.PI, 2 * Math.PI);
            var equation = Equation.Parse(grid, "w_t = -J(psi,w) + 0.02*lap(w); w = lap(psi)");
            var truth = Equation.Parse(grid, "w_t = -J(ilap(w),w) + 0.02*lap(w)");
            var start = SolverData.Smooth(grid, 5, new RandomSource(15)).Select(value => 3 * value).ToArray();
            var library = TermLibrary.Parse(
                "1", "w", "w^2", "w^3", "w_x", "w_y", "lap(w)", "lap^2(w)", "J(ilap(w),w)", "ilap(w)",
                "ilap(w_x)", "ilap(w_y)",
                "(w^2)_x", "(w^2)_y", "lap(w^2)", "w_xy");
            return new SystemSets("vorticity-64x64x60", SolverData.Run(equation, start, 60, 0.05, 10), library, truth);
        }
    }
}
