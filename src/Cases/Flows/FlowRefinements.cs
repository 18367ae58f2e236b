using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Refined forecasts of test runs.</summary>
/// <param name="Before">η of each forecast: the residual in H⁻¹.</param>
/// <param name="After">η of each refined forecast.</param>
/// <param name="Truth">η of the solver's snapshots: what the differences in time leave.</param>
/// <param name="ErrorsBefore">Relative 2-norm of the error over all snapshots of each forecast.</param>
/// <param name="ErrorsAfter">The same refined.</param>
/// <param name="Steps">Residuals or gradients taken, the most of any run.</param>
/// <param name="Curve">The norm that was made small at every step, first run.</param>
/// <param name="Fields">Last snapshot of the first run: the network's, the refined and the solver's.</param>
internal sealed record FlowRefinements(
    IReadOnlyList<double> Before, IReadOnlyList<double> After, IReadOnlyList<double> Truth,
    IReadOnlyList<double> ErrorsBefore, IReadOnlyList<double> ErrorsAfter, int Steps,
    IReadOnlyList<double> Curve, States Fields);
