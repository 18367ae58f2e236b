using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The model whose missing terms are sought.</summary>
[Variant("command", typeof(ProgramModelSettings), ByKey = true)]
[Variant("equation", typeof(SolverModelSettings), ByKey = true)]
public abstract record ModelSettings
{
    /// <summary>
    /// Its equation; of a program, what it is known to solve, and <c>u_t = 0</c> where that is not known.
    /// </summary>
    public required string Equation { get; init; }

    /// <summary>Length of its steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>Number of points of its own grid; the truth's if left out.</summary>
    [Even]
    public int? Points { get; init; }

    /// <summary>Whether a step starts from two states.</summary>
    internal virtual bool NeedsOlder => false;

    /// <summary>Text that changes where something outside the settings that the forecasts depend on does.</summary>
    internal virtual string Contents => "";

    /// <summary>The program that would be run, or null.</summary>
    internal virtual string? Program => null;

    /// <summary>The grid that the model runs on.</summary>
    public Grid GridOf(GridSettings truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return (truth with { Points = Points ?? truth.Points }).Line();
    }

    /// <summary>The same settings, paths in them beginning at a folder.</summary>
    internal virtual ModelSettings In(string folder) => this;

    /// <summary>The model itself or, where the equation has other terms than its own, corrected by these.</summary>
    internal abstract IModel Stepper(Equation equation, CancellationToken cancel);

    /// <summary>A solver of an equation in the place of this model, for methods that take its derivatives.</summary>
    internal abstract SpectralModel Solver(Equation equation, double timeStep);
}
