namespace Sci.Solvers;

/// <summary>
/// A linear relation that holds at every time: <c>q = lap(psi)</c>, the field equal to the sum of the terms.
/// </summary>
/// <param name="Field">The left-hand side.</param>
/// <param name="Terms">The right-hand side, every term linear.</param>
public sealed record Definition(string Field, IReadOnlyList<WeightedTerm> Terms)
{
    /// <inheritdoc/>
    public bool Equals(Definition? other) =>
        other is not null && Field == other.Field && Terms.ToHashSet().SetEquals(other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => Field.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Field} = {Sum.Text(Terms)}";
}
