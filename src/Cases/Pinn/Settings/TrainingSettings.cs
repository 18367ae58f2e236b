using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Adam first, then a quasi-Newton method with strong Wolfe steps, in double precision.</summary>
public sealed record TrainingSettings
{
    /// <summary>Points at which the equation is imposed.</summary>
    [AtLeast(1)]
    public required int Points { get; init; }

    /// <summary>Steps after which the points are drawn anew.</summary>
    [AtLeast(1)]
    public required int ResampleEvery { get; init; }

    /// <summary>Steps of Adam.</summary>
    [AtLeast(0)]
    public required int AdamSteps { get; init; }

    /// <summary>Adam's rate at first; it falls to a tenth.</summary>
    [Positive]
    public required double Rate { get; init; }

    /// <summary>Quasi-Newton steps.</summary>
    [AtLeast(0)]
    public required int NewtonSteps { get; init; }

    /// <summary>Steps that L-BFGS remembers; 0 for self-scaled BFGS with the whole inverse Hessian.</summary>
    [AtLeast(0)]
    public required int Memory { get; init; }

    /// <summary>
    /// Mean squared residual, just after the points have been drawn anew, at which a window's quasi-Newton steps end.
    /// </summary>
    [Positive]
    public double? StopBelow { get; init; }

    /// <summary>The plan that these settings describe.</summary>
    public PinnPlan Plan() => new(AdamSteps, Rate, NewtonSteps, Memory, Points, ResampleEvery, StopBelow);
}
