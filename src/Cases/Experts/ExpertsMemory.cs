namespace Sci.Cases;

/// <summary>What the hard-constraint layers hold: the solutions that they learn from.</summary>
internal static class ExpertsMemory
{
    // Measured over cases/diffsorp-hcmoe: most of it are Jacobians of least squares that are no longer needed.
    private const double Process = 250e6;

    public static MemoryEstimate Of(ExpertsSettings settings)
    {
        var (values, size) = ((settings.Intervals + 1.0) * settings.Points, (double)settings.Training);
        return new MemoryEstimate(
            Process, isAtLeast: true,
            [
                new HeldArray($"{settings.Training} solutions to learn from", size * values, 2, "training"),
                new HeldArray($"products of {settings.Training} solutions", size * size, 2, "training"),
            ]);
    }
}
