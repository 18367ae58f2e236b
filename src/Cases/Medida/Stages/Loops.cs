using Sci.Discovery;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The methods that have a solver in the loop.</summary>
internal static class Loops
{
    // Of the first guess's target: what its quadrature leaves where there is no noise.
    private const double Floor = 1e-6;

    public static Discovered Run(
        MedidaSettings settings,
        Equation imperfect,
        IReadOnlyList<Term> library,
        LoopSettings method,
        IReadOnlyList<Window> windows,
        CancellationToken cancel)
    {
        var highest = DiscoveryStage.HighestMode(imperfect.Grid);
        var loop = new SolverInTheLoop(
            settings.Model.Solver,
            settings.Model.TimeStep,
            library,
            Selection(new KnownVariance(1), method.Price),
            new DifferenceGuess(Selection(new EstimatedVariance(Floor), method.Price)),
            method.Has(LoopIngredient.Band) ? new TrustedBand(highest) : new ResolvedBand(highest),
            method.Passes,
            method.Columns.Method,
            method.Has(LoopIngredient.Growth) ? new Growing(Factor: 3) : new WholeWindows(),
            method.Has(LoopIngredient.Starts) ? new EstimatedStarts() : new ObservedStarts());
        return Of(imperfect, library, loop.Fit(imperfect, windows, cancel));
    }

    public static Discovered Run(
        MedidaSettings settings,
        Equation imperfect,
        IReadOnlyList<Term> library,
        BlackBoxSettings method,
        IReadOnlyList<Window> windows,
        CancellationToken cancel)
    {
        var model = settings.Model.Stepper(imperfect, cancel);
        var loop = new SolverInTheLoop(
            SplitModel.Around(model),
            method.ModelSteps * model.TimeStep,
            library,
            Selection(new KnownVariance(1), new InformationPenalty()),
            new IncrementGuess(model, Selection(new EstimatedVariance(Floor), new InformationPenalty())),
            new TrustedBand(DiscoveryStage.HighestMode(imperfect.Grid)),
            method.Passes,
            new Differences(Coarsening: 1),
            new Growing(Factor: 3),
            new EstimatedStarts());
        return Of(imperfect, library, loop.Fit(Equation.Parse(model.Grid, "u_t = 0"), windows, cancel));
    }

    private static SupersetBackward Selection(NoiseVariance noise, IPenalty price) => new(noise, price, 0, []);

    private static Discovered Of(Equation imperfect, IReadOnlyList<Term> library, LoopFit fit) =>
        DiscoveryStage.Of(imperfect, library, fit.Fit, fit.Converged) with
        {
            ChiSquare = fit.ChiSquare,
            ChiSquareScore = fit.ChiSquareScore,
            ResidualSpectrum = fit.ResidualSpectrum,
        };
}
