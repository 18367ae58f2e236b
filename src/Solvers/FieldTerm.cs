namespace Sci.Solvers;

/// <summary>A term in the equation of one field: where a coefficient stands.</summary>
/// <param name="Field">The field whose rate of change holds the term.</param>
/// <param name="Term">The term.</param>
public sealed record FieldTerm(string Field, Term Term)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}_t: {Term}";
}
