namespace Sci.Discovery;

/// <summary>
/// A way to write ∂ₜu = Φw down for data: <see cref="StrongForm"/> point by point, <see cref="WeakForm"/> in integrals.
/// </summary>
public interface IDataForm
{
    /// <summary>Writes the rows of all trajectories, which may have grids of their own.</summary>
    /// <param name="trajectories">The data, at least one series.</param>
    /// <param name="field">The field whose rate of change is the target.</param>
    /// <param name="library">The candidate terms.</param>
    IDataSystem Of(IReadOnlyList<FieldSeries> trajectories, string field, TermLibrary library);
}
