namespace Sci.Discovery;

/// <summary>∂ₜu = Φw at the observed points themselves: derivatives of the data in space and time.</summary>
/// <remarks>
/// For clean data, or smoothing derivatives: k differentiations at spacing Δ multiply noise by about Δ⁻ᵏ. Observations
/// near the ends in time are left out where the time derivative is poorer there.
/// </remarks>
/// <param name="Time">How the rate of change is taken.</param>
/// <param name="Space">How the library's derivatives are taken; its lines must be periodic or open as the data
/// are.</param>
/// <param name="Margin">Points at the open ends of every axis that give no rows; 0 on periodic grids.</param>
public sealed record StrongForm(ILineDifferentiation Time, IDifferentiation Space, int Margin) : IDataForm
{
    /// <inheritdoc/>
    public IDataSystem Of(IReadOnlyList<FieldSeries> trajectories, string field, TermLibrary library)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        ArgumentNullException.ThrowIfNull(library);
        return new StrongSystem([.. trajectories.Select(series => new StrongRows(this, series, field, library))]);
    }
}
