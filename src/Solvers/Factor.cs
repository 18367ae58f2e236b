namespace Sci.Solvers;

/// <summary>An operand raised to an integer power: <c>u_x^2</c>.</summary>
/// <param name="Operand">What is raised.</param>
/// <param name="Power">At least 1.</param>
public sealed record Factor(Operand Operand, int Power)
{
    /// <inheritdoc/>
    public override string ToString() => Power == 1 ? Operand.Text : $"{Operand.Text}^{Power}";
}
