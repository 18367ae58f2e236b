#!/usr/bin/env dotnet
// An equation from noisy data alone: dotnet run --file examples/discover.cs, after `dotnet pack` at the root.
#:package Sci.Discovery@0.1.0
#:property PublishAot=false
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

// An equation of one's own, its run, and a tenth of noise.
var grid = Grid.Line(256, 16 * Math.PI);
var model = new SpectralModel(Equation.Parse(grid, "u_t = -u*u_x - 0.5*u_xxx + 0.1*u_xx"), new Etdrk4(1.0 / 256));
var state = States.Of([.. grid.Axes[0].Coordinates().Select(x => 2 * Math.Exp(-Math.Pow((x / 4) - 3, 2)))]);
var (seen, noise) = (new States(200, grid.Points), new RandomSource(seed: 1)["noise"]);
for (var k = 0; k < seen.Count; k++)
{
    for (var i = 0; i < grid.Points; i++)
    {
        seen[k][i] = state[0][i] + (0.1 * noise.Normal());
    }

    model.Advance(state, steps: 16);
}

var series = new FieldSeries(
    new Dictionary<string, States> { ["u"] = seen }, timeSpacing: 1.0 / 16, grid, isPeriodic: true);
var search = new EquationSearch(
    new WeakForm(new WeakGridRule(Overlap: 4, MinimumRows: 100), new InformationPenalty()),
    new SupersetBackward(
        new EstimatedVariance(Floor: 1e-4), new InformationPenalty(), MinimumContribution: 0, Protected: []));
Console.WriteLine($"found: {search.Find([series], "u", TermLibrary.Conservative("u", power: 4, order: 4))}");
