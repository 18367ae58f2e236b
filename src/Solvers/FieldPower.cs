namespace Sci.Solvers;

/// <summary>A field raised to an integer power.</summary>
/// <param name="Field">Name of the field: <c>u</c>, <c>psi1</c>.</param>
/// <param name="Power">At least 1.</param>
public sealed record FieldPower(string Field, int Power)
{
    /// <inheritdoc/>
    public override string ToString() => Power == 1 ? Field : $"{Field}^{Power}";
}
