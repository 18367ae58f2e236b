using System.Globalization;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What a run of these settings would ask for, against what there is: time, memory, points.</summary>
internal static class Agreement
{
    // Months of computing; beyond about 1e15 the times of two steps are no longer told apart.
    private const double MostSteps = 1e12;

    public static void Check(MedidaSettings settings, Complaints complaints)
    {
        var points = settings.Grid.Points;
        if (settings.Truth is { } truth)
        {
            var steps = truth.StepsTo(
                truth.Start + (settings.Seen.Windows * settings.Seen.Every) + settings.Seen.Times[^1]);
            complaints.Require(steps <= MostSteps, "Truth.TimeStep",
                $"asks for {Text(steps)} steps up to the last observation, where {Text(MostSteps)} are the most; shorten truth.spin_up or the observations");
        }

        complaints.Require(settings.Verification is null
            || IsMultiple(settings.Verification.Every, settings.Model.TimeStep), "Verification.Every",
            $"must be a multiple of model.time_step, {Text(settings.Model.TimeStep)}");
        complaints.Require((settings.Model.Points ?? points) == points || !IsDirect(settings), "Model.Points",
            $"must be the {points} points of the grid, or be left out, where the observations themselves are stepped forward");
        Memory(settings, complaints);
    }

    private static void Memory(MedidaSettings settings, Complaints complaints)
    {
        double points = settings.Grid.Points;
        void Held(double rows, string property) => complaints.Require(
            points * rows <= Math.Min(Array.MaxLength, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / sizeof(double)),
            property,
            $"asks for {Text(points * rows)} numbers at once, more than the memory here holds; take fewer, or fewer points");

        if (settings.Truth is not null)
        {
            Held((double)settings.Seen.Windows * settings.Seen.Times.Count, "Observations.Windows");
        }

        Held(settings.Assimilation switch { EnkfSettings enkf => enkf.Members, CycleSettings cycle => cycle.Members, _ => 0 }, "Assimilation.Members");
        if (settings.Verification is { } verification)
        {
            Held(verification.Forecasts * (1 + (verification.Length / verification.Every)), "Verification.Forecasts");
        }
    }

    // Methods that step the observations themselves, and so need them where the model's points are.
    private static bool IsDirect(MedidaSettings settings) =>
        settings.Discovery is SinglePassSettings or ConsistentSettings && settings.Assimilation is not CycleSettings;

    internal static bool IsMultiple(double time, double step) =>
        Math.Round(time / step) is >= 1 and var steps && Math.Abs((steps * step) - time) <= 1e-6 * step;

    private static string Text(double number) => number.ToString("g6", CultureInfo.InvariantCulture);
}
