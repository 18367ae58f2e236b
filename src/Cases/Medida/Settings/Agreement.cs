using System.Globalization;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Whether the settings fit one another: times and steps, points, terms and fields, and the machine's memory.</summary>
internal static class Agreement
{
    // Months of computing; beyond about 1e15 the times of two steps are no longer told apart.
    private const double MostSteps = 1e12;

    public static void Check(MedidaSettings settings, Complaints complaints)
    {
        Times(settings, complaints);
        Points(settings, complaints);
        Memory(settings, complaints);
        complaints.Try(() => OneField(Equation.Parse(settings.Grid.Line(), settings.Truth.Equation)), "Truth.Equation");
        complaints.Try(() => OneField(Equation.Parse(settings.Model.GridOf(settings.Grid), settings.Model.Equation)), "Model.Equation");
        complaints.Try(() => settings.Discovery.Library.Terms(), Library(settings));
        if (complaints.All.Count == 0)
        {
            complaints.Try(() => Corrected(settings), Library(settings));
        }
    }

    private static void Times(MedidaSettings settings, Complaints complaints)
    {
        var (truth, observing) = (settings.Truth, settings.Observations);
        void OnStep(double time, double step, string owner, string property) => complaints.Require(
            Schedule.IsOnStep(time, step), property, $"must fall on the steps of {owner}.time_step, {Text(step)}; {Text(time)} does not");

        OnStep(truth.SpinUp, truth.TimeStep, "truth", "Truth.SpinUp");
        OnStep(observing.Windows > 1 ? observing.Every : 0, truth.TimeStep, "truth", "Observations.Every");
        OnStep(observing.Times.FirstOrDefault(time => !Schedule.IsOnStep(time, truth.TimeStep)), truth.TimeStep, "truth", "Observations.Times");
        if (settings.Verification is { } verification)
        {
            OnStep(verification.Every, truth.TimeStep, "truth", "Verification.Every");
            OnStep(verification.Every, settings.Model.TimeStep, "model", "Verification.Every");
        }

        complaints.Require(!IsDirect(settings) || OneStep.Problem(settings) is null, "Observations.Times", OneStep.Problem(settings) ?? "");
        var steps = (truth.SpinUp + (observing.Windows * observing.Every) + observing.Times[^1]) / truth.TimeStep;
        complaints.Require(steps <= MostSteps, "Truth.TimeStep",
            $"asks for {Text(steps)} steps up to the last observation, where {Text(MostSteps)} are the most; shorten truth.spin_up or the observations");
    }

    private static void Points(MedidaSettings settings, Complaints complaints)
    {
        var (grid, model) = (settings.Grid.Points, settings.Model.Points ?? settings.Grid.Points);
        complaints.Require(grid % settings.Observations.EveryPoint == 0, "Observations.EveryPoint", $"must divide the {grid} points of the grid");
        complaints.Require(grid % model == 0, "Model.Points", $"must divide the {grid} points of the grid");
        complaints.Require(model == grid || !IsDirect(settings), "Model.Points",
            $"must be the {grid} points of the grid, or be left out, where the observations themselves are stepped forward");
    }

    private static void Memory(MedidaSettings settings, Complaints complaints)
    {
        double points = settings.Grid.Points, windows = settings.Observations.Windows;
        void Held(double rows, string property) => complaints.Require(
            points * rows <= Math.Min(Array.MaxLength, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / sizeof(double)), property,
            $"asks for {Text(points * rows)} numbers at once, more than the memory here holds; take fewer, or fewer points");

        Held(windows * settings.Observations.Times.Count, "Observations.Windows");
        Held(settings.Assimilation switch { EnkfSettings enkf => enkf.Members, CycleSettings cycle => cycle.Members, _ => 0 }, "Assimilation.Members");
        if (settings.Verification is { } verification)
        {
            Held(verification.Forecasts * (1 + (verification.Length / verification.Every)), "Verification.Forecasts");
        }
    }

    // Methods that step the observations themselves, and so need them where the model's points are.
    private static bool IsDirect(MedidaSettings settings) =>
        settings.Discovery is SinglePassSettings or ConsistentSettings && settings.Assimilation is not CycleSettings;

    private static Equation OneField(Equation equation) => equation.Fields.Count == 1
        ? equation
        : throw new FormatException($"it has the fields {string.Join(", ", equation.Fields)}, but a case of this kind has one");

    private static string Library(MedidaSettings settings) =>
        settings.Discovery.Library.AlsoTerms.Count > 0 ? "Discovery.Library.AlsoTerms" : "Discovery.Library";

    private static Equation Corrected(MedidaSettings settings) =>
        Equation.Parse(settings.Model.GridOf(settings.Grid), settings.Model.Equation)
            .Plus(settings.Discovery.Library.Terms().Select(term => new WeightedTerm(1, term)));

    private static string Text(double number) => number.ToString("g6", CultureInfo.InvariantCulture);
}
