namespace Sci.Surrogates;

/// <summary>L-BFGS on weights scaled by the linear equation.</summary>
/// <param name="Memory">Steps remembered.</param>
public sealed record QuasiNewtonRefinement(int Memory) : IRefinement
{
    /// <inheritdoc/>
    public bool IsScaled => true;

    /// <inheritdoc/>
    public void Minimise(IRefinedLayer layer, Span<double> unknowns, int evaluations)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var limited = new LimitedObjective(layer, evaluations);
        var search = new QuasiNewton<double>(limited, new Lbfgs<double>(layer.Count, Memory));
        while (limited.HasMore && search.Step(unknowns))
        {
        }

        limited.Best.CopyTo(unknowns);
    }
}
