namespace Sci.Surrogates;

/// <summary>Adam on the weights themselves, as the method was published.</summary>
/// <param name="Rate">The learning rate.</param>
public sealed record AdamRefinement(double Rate) : IRefinement
{
    /// <inheritdoc/>
    public bool IsScaled => false;

    /// <inheritdoc/>
    public void Minimise(IRefinedLayer layer, Span<double> unknowns, int evaluations)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var adam = new Adam<double>(layer.Count);
        for (var step = 0; step < evaluations; step++)
        {
            _ = adam.Step(layer, unknowns, Rate);
        }
    }
}
