namespace Sci.Surrogates;

/// <summary>How a physics-informed network is trained: Adam first, then a quasi-Newton method.</summary>
/// <param name="AdamSteps">Steps of Adam.</param>
/// <param name="Rate">Adam's rate at first; it falls to a tenth over its steps.</param>
/// <param name="NewtonSteps">Quasi-Newton steps.</param>
/// <param name="Memory">Steps that L-BFGS remembers; 0 for self-scaled BFGS with the whole inverse Hessian.</param>
/// <param name="Points">Points at which the equation is imposed.</param>
/// <param name="ResampleEvery">Steps after which the points are drawn anew.</param>
/// <param name="StopBelow">
/// Loss, just after the points have been drawn anew, at which the quasi-Newton method ends; null for all its steps.
/// </param>
public sealed record PinnPlan(
    int AdamSteps, double Rate, int NewtonSteps, int Memory, int Points, int ResampleEvery, double? StopBelow = null);
