namespace Sci.Discovery;

/// <summary>Finite differences on a line: central inside, of the same window at open ends.</summary>
/// <remarks>
/// Weights of Fornberg (1988), doi:10.1090/S0025-5718-1988-0935077-0. At the ends an order of accuracy is lost with
/// even orders.
/// </remarks>
/// <param name="Accuracy">Order of the error in the spacing: 2, 4, 6 or 8.</param>
public sealed record CentralDifferences(int Accuracy) : ILineDifferentiation
{
    /// <summary>Order of the error in the spacing.</summary>
    public int Accuracy { get; } = Accuracy is 2 or 4 or 6 or 8
        ? Accuracy
        : throw new ArgumentOutOfRangeException(
            nameof(Accuracy), Accuracy, "Central differences come with accuracy 2, 4, 6 or 8.");

    /// <inheritdoc/>
    public int Margin => Accuracy / 2;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> samples, double spacing, int order, bool isPeriodic, Span<double> derivative)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var reach = ((order + 1) / 2) + (Accuracy / 2) - 1;
        Stencil.Apply(
            samples, reach, offset =>
                PeriodicDifferences.Weights(order, reach, offset), Math.Pow(spacing, -order), isPeriodic, derivative);
    }
}
