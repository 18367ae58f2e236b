namespace Sci.Solvers;

/// <summary>Euler's scheme, all terms explicit: a first step of others.</summary>
/// <param name="TimeStep">Length of one step.</param>
public sealed record Euler(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 1;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 1;

    internal override bool IsExplicit => true;

    internal override Dual[,] Weights(Dual z) => new[,] { { 1, 0 }, { 1 + z, 1 } };
}
