using Sci.Cases.Data;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Rules across the settings of a case, its files read.</summary>
internal static class MedidaChecks
{
    public static void Check(MedidaSettings settings, Complaints complaints)
    {
        var (grid, model) = (settings.Grid, settings.Model);
        complaints.Require(
            grid.Points % (model.Points ?? grid.Points) == 0, "Model.Points",
            $"must divide the {grid.Points} points of the grid");
        complaints.Require(
            model.Program is null || settings.UsesPairs || settings.Discovery is BlackBoxSettings,
            nameof(settings.Discovery),
            "needs the model's equation, which a program does not give; choose single-pass, consistent or black-box");
        complaints.Require(
            settings.Discovery is not BlackBoxSettings || !model.NeedsOlder,
            nameof(settings.Discovery),
            "starts the model from one state; take a one-step scheme");
        complaints.Require(
            settings.Verification is null || settings.Truth!.Law is not null || model is SolverModelSettings,
            nameof(settings.Verification), "counts in Lyapunov times, which take an equation; give truth.equation");
        Equations(settings, complaints);
        if (settings.Increments is null)
        {
            Seen(settings, complaints);
        }
    }

    private static void Equations(MedidaSettings settings, Complaints complaints)
    {
        if (settings.Truth?.Law is { } law)
        {
            Equation? truth = null;
            complaints.Try(() => truth = Equation.Parse(settings.Grid.Line(), law), "Truth.Equation");
            if (truth is not null && settings.Truth is EquationTruthSettings { Precision: PrecisionName.Single } single)
            {
                complaints.Try(() => Schemes.Model(single.Scheme, truth, 1, single.Precision), "Truth.Precision");
            }

            if (truth is not null && settings.Truth is EquationTruthSettings { Watch: { } watch })
            {
                watch.Check(complaints, "Truth.Watch", WatchSettings.MeansAndSquares(truth));
            }
        }

        Equation? model = null;
        complaints.Try(
            () => model = Equation.Parse(settings.Model.GridOf(settings.Grid), settings.Model.Equation),
            "Model.Equation");
        if (model is not null && settings.Model is SolverModelSettings { Precision: PrecisionName.Single } solver)
        {
            complaints.Try(() => solver.Solver(model, 1), "Model.Precision");
        }

        var library = settings.Discovery.Library;
        var before = complaints.All.Count;
        foreach (var term in library.AlsoTerms)
        {
            complaints.Try(() => model?.Plus([new WeightedTerm(1, Term.Parse(term))]), "Discovery.Library.AlsoTerms");
        }

        if (model is not null && library.AlsoTerms.Count == 0)
        {
            complaints.Try(
                () => model.Plus(library.Terms().Select(term => new WeightedTerm(1, term))), "Discovery.Library");
        }

        complaints.Require(
            settings.Discovery is not WeakFormSettings || model is null || complaints.All.Count > before
                || model.Terms.All(t => library.Terms().Contains(t.Term)),
            "Discovery.Library",
            "must hold the terms of the model, which are found with the others");
    }

    private static void Seen(MedidaSettings settings, Complaints complaints)
    {
        var (plan, assimilation) = (settings.Seen, settings.Assimilation);
        if (plan.Given is { } given)
        {
            Given(settings, given, complaints);
        }
        else
        {
            complaints.Require(
                settings.Grid.Points % plan.EveryPoint == 0, "Observations.EveryPoint",
                $"must divide the {settings.Grid.Points} points of the grid");
            Times(settings, plan, complaints);
        }

        var trouble = assimilation?.Accepts(plan, settings.Model);
        complaints.Require(trouble is null, nameof(settings.Assimilation), trouble ?? "");
        trouble = settings.Discovery.Accepts(plan, assimilation);
        complaints.Require(trouble is null, nameof(settings.Discovery), trouble ?? "");
        complaints.Require(
            settings.Discovery is not BlackBoxSettings box || plan.Times.Skip(1).All(time =>
                Multiple.Is(time - plan.Times[0], box.ModelSteps * settings.Model.TimeStep)),
            plan.Given is null ? "Observations.Times" : Source(settings),
            "must be multiples of discovery.model_steps times model.time_step apart");
        var needsPairs = settings.Discovery is ConsistentSettings
            || (settings.Discovery is SinglePassSettings && assimilation is null or EnkfSettings);
        complaints.Require(!needsPairs || OneStep.Misfit(settings) is null, plan.Given is null
            ? "Observations.Times" : Source(settings), OneStep.Misfit(settings) ?? "");
    }

    private static string Source(MedidaSettings settings) =>
        settings.Analysis is null ? "Observations.File" : "Analysis.File";

    // Only a filter that cycles takes observations as they come; the other methods want windows alike on the grid.
    private static void Given(MedidaSettings settings, GivenObservations given, Complaints complaints)
    {
        if (settings.Assimilation is CycleSettings)
        {
            var at = Enumerable.Range(1, given.Snapshots.Count - 1).FirstOrDefault(i =>
                !Multiple.Is(given.Snapshots[i].Time - given.Snapshots[i - 1].Time, settings.Model.TimeStep),
                0);
            complaints.Require(at == 0, Source(settings), FormattableString.Invariant(
                $"cannot be used: the interval to the time {given.Snapshots[at].Time:g8} is no multiple of model.time_step, {settings.Model.TimeStep:g8}"));
            complaints.Require(
                given.Snapshots[0].Values.Length > 1, Source(settings),
                "cannot be used: its first time, which starts the ensemble, has fewer than two values");
            complaints.Require(given.PerWindow == given.Snapshots.Count
                || given.Shares, Source(settings), "cannot be used: windows with gaps cannot be cycled over");
            return;
        }

        const string Way = "give them to assimilation: {method: cycle}";
        complaints.Require(
            given.Missing == 0, Source(settings), $"cannot be used: {given.Missing} values are missing; {Way}");
        complaints.Require(given.Missing > 0 || given.EveryPoint(settings.Grid.Line()) is not null, Source(settings),
            $"cannot be used: its positions are not those of every n-th of the {settings.Grid.Points} points from {settings.Grid.Origin} on; {Way}");
        complaints.Require(given.Irregular(1e-6 * settings.Model.TimeStep) is null, Source(settings),
            $"cannot be used: the times of window {given.Irregular(1e-6 * settings.Model.TimeStep)} are spaced "
                + $"otherwise than those of the first; give windows alike (values [windows, snapshots, positions]), or {Way}");
    }

    private static void Times(MedidaSettings settings, ObservationPlan plan, Complaints complaints)
    {
        var truth = settings.Truth!;
        var sentence = $"must be {truth.TimesWanted}";
        if (truth is EquationTruthSettings)
        {
            complaints.Require(truth.HasStateAt(truth.Start), "Truth.SpinUp", sentence);
            complaints.Require(truth.HasStateAt(plan.Every), "Observations.Every", sentence);
            complaints.Require(plan.Times.All(truth.HasStateAt), "Observations.Times", $"{sentence}, each");
            complaints.Require(settings.Verification is null
                || truth.HasStateAt(settings.Verification.Every), "Verification.Every", sentence);
            return;
        }

        var schedule = new Schedule(settings);
        complaints.Require(schedule.Windows.All(times => times.All(truth.HasStateAt)), "Observations.Times", sentence);
        complaints.Require(
            schedule.Forecasts.All(times => times.All(truth.HasStateAt)), nameof(settings.Verification), sentence);
    }
}
