using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The Kalman gain of an ensemble, applied to departures in units of the observation errors.</summary>
/// <remarks>
/// With anomalies A and whitened observed anomalies Y in rows, a departure d moves a state by d C⁻¹ YᵀA/(N-1),
/// C = YᵀY/(N-1) + I, or, the same, by d Yᵀ S⁻¹ A/(N-1), S = YYᵀ/(N-1) + I: whichever is the smaller system.
/// </remarks>
internal abstract class Gain : IDisposable
{
    /// <summary>Moves every member by the gain times its own departure.</summary>
    public abstract void Move(States ensemble, Matrix departures);

    /// <summary>Moves one state by the gain times one departure, which is overwritten.</summary>
    public abstract void MoveOne(Span<double> state, Span<double> departure);

    public abstract void Dispose();

    public static Gain Of(States ensemble, Observations observations, Prior prior) =>
        SmallGain.Suits(prior.Y)
            ? new SmallGain(ensemble, observations, prior.Y)
            : prior.Y.Rows < prior.Y.Columns
            ? new MemberGain(ensemble, observations, prior.Y)
            : new ObservationGain(ensemble, observations, prior.Y);
}
