using Sci.Assimilation;
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

// An equation of one's own, a model of it that lacks a term, and a filter of one's own between them.
var grid = Grid.Line(128, 32 * Math.PI);
var truth = new SpectralModel(Equation.Parse(grid, "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(1.0 / 512));
var wrong = Equation.Parse(grid, "u_t = -u*u_x - u_xxxx");
var state = States.Of([.. grid.Axes[0].Coordinates().Select(x => Math.Cos(x / 16) * (1 + Math.Sin(x / 16)))]);
truth.Advance(state, steps: 50_000);

var cycle = new FilterCycle(new SpectralModel(wrong, new Etdrk4(1.0 / 512)), new Nudging(Gain: 0.9), 1, state.Clone());
var observations = Observations.Everywhere(grid, fields: 1, variance: 1e-8);
var (random, y) = (new RandomSource(seed: 1), new double[grid.Points]);
var (analyses, increments) = (new States(1000, grid.Points), new States(1000, grid.Points));
for (var k = 0; k < analyses.Count; k++)
{
    truth.Advance(state, steps: 1);
    observations.Draw(state[0], y, random["noise"][k]);
    cycle.Next(observations, y, random["filter"][k], forecast => forecast[0].CopyTo(increments[k]));
    cycle.Ensemble[0].CopyTo(analyses[k]);
    for (var i = 0; i < y.Length; i++) { increments[k][i] = 512 * (analyses[k][i] - increments[k][i]); }
}
// What the model lacks is what the filter has to add, again and again.
var library = TermLibrary.Products("u", power: 2, order: 4);
var evaluator = new LibraryEvaluator(grid, ["u"], library, new SpectralDerivatives());
var fit = RelevanceVectorMachine.Medida.Fit(GramMatrix.Of(new LibraryDesign(evaluator, analyses, increments)));
var found = DiscoveredEquation.Of("u", library, fit);
Console.WriteLine($"missing: {found}\ncorrected: {found.Correct(wrong)}");
