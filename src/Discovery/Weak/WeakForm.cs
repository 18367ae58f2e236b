namespace Sci.Discovery;

/// <summary>∂ₜu = Φw integrated against test functions, so that no data are differentiated: for noisy fields.</summary>
/// <param name="Rule">How test functions are chosen.</param>
/// <param name="Price">
/// The log odds that a term must be worth where models meet under the likelihood of their residuals.
/// </param>
public sealed record WeakForm(WeakGridRule Rule, IPenalty Price) : IDataForm
{
    /// <inheritdoc/>
    public IDataSystem Of(IReadOnlyList<FieldSeries> trajectories, string field, TermLibrary library)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        return new WeakSystems(
            [.. trajectories.Select(series => WeakSystem.AllOf(series, field, library, Rule))], Price);
    }
}
