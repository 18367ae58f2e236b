using System.Globalization;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What a run of these settings would ask for, against what there is: time, points.</summary>
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
                $"asks for {Text(steps)} steps up to the last observation, where {Text(MostSteps)} are the most; "
                + "shorten truth.spin_up or the observations");
        }

        complaints.Require(settings.Verification is null
            || Multiple.Is(settings.Verification.Every, settings.Model.TimeStep), "Verification.Every",
            $"must be a multiple of model.time_step, {Text(settings.Model.TimeStep)}");
        complaints.Require((settings.Model.Points ?? points) == points || !IsDirect(settings), "Model.Points",
            $"must be the {points} points of the grid, or be left out, where the "
            + "observations themselves are stepped forward");
    }

    // Methods that step the observations themselves, and so need them where the model's points are.
    private static bool IsDirect(MedidaSettings settings) =>
        settings.Discovery is SinglePassSettings or ConsistentSettings && settings.Assimilation is not CycleSettings;

    private static string Text(double number) => number.ToString("g6", CultureInfo.InvariantCulture);
}
