namespace Sci.Cases;

/// <summary>What a solver's run holds: the states that are saved, and what the scheme works with.</summary>
internal static class SolveMemory
{
    // Resident bytes with small arrays, measured: no dense algebra; code for lines and boxes is compiled as it is used.
    private const double Process = 75e6;
    private const double ProcessOnLine = 85e6;
    private const double ProcessInBox = 93e6;

    // What the runs of an order study add, one after the other; several lengths of the step at once keep factors each.
    private const double Shorter = 1.4;
    private const double Lengths = 2.5;

    // A quantity of a saved state: as it is found, in its file, in its figure.
    private const double Quantity = 12;

    public static MemoryEstimate Of(SolveSettings settings)
    {
        // A field that is not the only one is copied for its file and its figure.
        var fields = settings.System.Fields.Count;
        var copies = fields == 1 ? 1 : 1 + (2.0 / fields);
        var (size, times) = ((double)settings.System.Grid.Points * fields, settings.Saves + 1.0);
        var spectral = settings.System as SpectralSystemSettings;
        return new MemoryEstimate(
            spectral is null ? Process : settings.System.Grid.Dimensions == 2 ? ProcessInBox : ProcessOnLine,
            isAtLeast: false,
            [
                new HeldArray(
                    $"{times:g10} states of {size:g10} values", times * size, copies, "saves, or points"),
                new HeldArray(
                    $"the quantities of {times:g10} states", times * (1 + (settings.AllQuantities()?.Names.Count ?? 0)),
                    Quantity, "saves"),
                SchemeMemory.Of(size) with { Copies = spectral is null ? 0 : Sets(settings) },
            ]);
    }

    // The run's, and those of shorter steps or finer grids.
    private static double Sets(SolveSettings settings) =>
        (settings.Order is null ? 1 : Shorter)
        * (settings.System is ModelSystemSettings { Step: CourantStepSettings or ErrorStepSettings } ? Lengths : 1);
}
