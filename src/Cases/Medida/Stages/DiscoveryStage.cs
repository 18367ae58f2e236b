using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 4: finds the terms that turn increments, or the snapshots themselves, into an equation.</summary>
internal static class DiscoveryStage
{
    public static Discovered Run(
        MedidaSettings settings, States? observed, Increments? increments, CancellationToken cancel)
    {
        var imperfect = Equation.Parse(settings.Model.GridOf(settings.Grid), settings.Model.Equation);
        var library = settings.Discovery.Library.Terms();
        return settings.Discovery switch
        {
            SinglePassSettings method => FromDesign(
                imperfect, library, method.Regression.Regression(1),
                SinglePass.Design(imperfect, library, method, increments!)),
            ConsistentSettings method => OfPasses(
                imperfect, library, Consistent.Fit(settings, imperfect, library, method, observed!)),
            InstrumentSettings method => Instruments(settings, imperfect, library, method, observed!),
            WeakFormSettings method => WeakForms.Run(settings, imperfect, library, method, observed!),
            BandLimitedSettings method => BandLimited(settings, imperfect, library, method, observed!),
            LoopSettings method =>
                Loops.Run(settings, imperfect, library, method, Windows(settings, observed!), cancel),
            BlackBoxSettings method =>
                Loops.Run(settings, imperfect, library, method, Windows(settings, observed!), cancel),
            _ => throw new InvalidOperationException($"No stage runs {settings.Discovery.GetType().Name}."),
        };
    }

    private static Discovered FromDesign(
        Equation imperfect, IReadOnlyList<Term> library, ISparseRegression regression, IDesign design)
    {
        var fit = regression.Fit(TriangularFactor.Of(design));
        return Of(imperfect, library, fit, fit.Converged);
    }

    private static Discovered OfPasses(
        Equation imperfect, IReadOnlyList<Term> library, (SparseFit Fit, bool Settled) passes) =>
        Of(imperfect, library, passes.Fit, passes.Settled);

    private static Discovered BandLimited(
        MedidaSettings settings, Equation imperfect, IReadOnlyList<Term> library, BandLimitedSettings method,
        States observed)
    {
        var windows = Windows(settings, observed);
        var signal = SignalEstimate.Of(windows, new TrustedBand(HighestMode(imperfect.Grid)));
        return FromDesign(
            imperfect, library, method.Regression.Regression(1),
            BandLimitedRegression.Design(imperfect, library, windows, signal));
    }

    private static Discovered Instruments(
        MedidaSettings settings, Equation imperfect, IReadOnlyList<Term> library, InstrumentSettings method,
        States observed)
    {
        var windows = Windows(settings, observed);
        var signal = SignalEstimate.Of(windows, new TrustedBand(HighestMode(imperfect.Grid)));
        return FromDesign(
            imperfect, library, method.Regression.Regression(1),
            InstrumentalRegression.Design(imperfect, library, windows, signal));
    }

    /// <summary>What a fit over the library found.</summary>
    public static Discovered Of(Equation imperfect, IReadOnlyList<Term> library, SparseFit fit, bool settled)
    {
        WeightedTerm[] terms = [.. fit.Support.Select(j => new WeightedTerm(fit.Weights[j], library[j]))];
        return new Discovered(fit, terms, imperfect.Plus(terms), null, null, [], settled);
    }

    private static Window[] Windows(MedidaSettings settings, States observed)
    {
        var (times, places) = (settings.Seen.Times, Places.Random(settings));
        var given = settings.Seen.Given?.RowTimes();
        return [.. Enumerable.Range(0, settings.Seen.Windows).Select(i => new Window(
            observed.Slice(i * times.Count, times.Count),
            given?[(i * times.Count)..((i + 1) * times.Count)]
                ?? [.. times.Select(time => settings.Truth!.Start + (i * settings.Seen.Every) + time)],
            places))];
    }

    /// <summary>Products of two fields are free of aliasing below a third of the points (Orszag's 2/3 rule).</summary>
    public static int HighestMode(Grid grid) => grid.Points / 3;
}
