using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The system that the observations are made from.</summary>
[Variant("file", typeof(FileTruthSettings), ByKey = true)]
[Variant("equation", typeof(EquationTruthSettings), ByKey = true)]
public abstract record TruthSettings
{
    /// <summary>Its equation, where it is known.</summary>
    internal abstract string? Law { get; }

    /// <summary>Time of the first observation.</summary>
    internal abstract double Start { get; }

    /// <summary>What a time must be for the truth to have a state there, after "must be".</summary>
    internal abstract string TimesWanted { get; }

    /// <summary>Text that changes where something outside the settings that the truth depends on does.</summary>
    internal abstract string Contents { get; }

    /// <summary>Whether there is a state at the time, round-off aside.</summary>
    internal abstract bool HasStateAt(double time);

    /// <summary>The first time from this one on that has a state, and states after it at such distances.</summary>
    internal abstract double NextFrom(double time);

    /// <summary>Steps to be computed up to a time.</summary>
    internal abstract double StepsTo(double time);

    /// <summary>A solver whose Lyapunov exponent is the truth's.</summary>
    internal abstract SpectralModel Chaos(Grid grid, Equation corrected, double modelStep);
}
