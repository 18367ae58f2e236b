namespace Sci.Cases;

/// <summary>What the hard-constraint layers hold: solutions, bases made from them, and least squares over those.</summary>
internal static class ExpertsMemory
{
    // u, u_t, u_x and u_xx.
    private const int Channels = 4;

    public static MemoryEstimate Of(ExpertsSettings settings)
    {
        var (values, size) = ((settings.Intervals + 1.0) * settings.Points, (double)settings.Training);
        // Of one solve with all fields, one with an expert's, and of the experts, whose parts make one whole.
        double fields = (settings.Basis * settings.Experts) + (2 * settings.Basis);
        return new MemoryEstimate(
            MemoryEstimate.Process, isAtLeast: false,
            [
                new HeldArray($"{settings.Training} solutions and their rates", size * values, 2, "training"),
                // Their singular vectors beside them, once more than is needed until it is collected.
                new HeldArray(
                    $"singular vectors of {settings.Training} solutions", size * (values + size), 2, "training"),
                new HeldArray("bases and their rates", fields * values, 2, "basis, or experts"),
                new HeldArray("bases where the equation is asked for", fields * values, Channels, "basis, or experts"),
                // Of one test, and of the one before.
                new HeldArray("Jacobians", fields * values, 2, "basis, or experts"),
            ]);
    }
}
