namespace Sci.Solvers;

/// <summary>Stops a spectral run that space or time no longer resolves.</summary>
/// <param name="model">What is run.</param>
/// <param name="accuracy">Largest spectral tail, relative to the largest amplitude.</param>
/// <param name="courant">Largest Courant number: the scheme's limit with a margin.</param>
public sealed class SpectralWatch(SpectralModel model, double accuracy, double courant) : IWatch
{
    private readonly HealthCheck check = new(model);

    /// <inheritdoc/>
    public void Look(int member, double time, ReadOnlySpan<double> state)
    {
        var health = check.Of(state);
        if (!health.IsFinite)
        {
            throw new BlowUpException(member, time, "is no longer finite", FormattableString.Invariant(
                $"take a time step below {model.TimeStep}"));
        }

        if (health.SpectralTail > accuracy)
        {
            var points = string.Join(" by ", model.Grid.Axes.Select(axis => axis.Points));
            var tail = FormattableString.Invariant($"{health.SpectralTail:g3} of its peak, above {accuracy:g3},");
            throw new BlowUpException(
                member, time, $"has a spectral tail of {tail}", $"take more points than {points}, or more viscosity");
        }

        if (health.CourantNumber > courant)
        {
            throw new BlowUpException(
                member, time, FormattableString.Invariant(
                    $"has a Courant number of {health.CourantNumber:g3}, above {courant:g3},"),
                FormattableString.Invariant(
                    $"take a time step below {model.TimeStep * courant / health.CourantNumber:g3}"));
        }
    }
}
