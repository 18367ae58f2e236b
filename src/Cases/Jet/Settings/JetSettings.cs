using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Model error discovery on two-layer quasi-geostrophic turbulence.</summary>
public sealed record JetSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of the sensors and of the noise.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The system itself, on the published box.</summary>
    public required JetParameters Truth { get; init; }

    /// <summary>The model that is wrong.</summary>
    public required JetChange Model { get; init; }

    /// <summary>Length of the model's steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>Length of the truth's steps; the model's if left out.</summary>
    [Positive]
    public double? TruthTimeStep { get; init; }

    /// <summary>Where the pairs start.</summary>
    public required JetStartSettings Start { get; init; }

    /// <summary>What is seen.</summary>
    public required JetObservationSettings Observations { get; init; }

    /// <summary>How readings become fields; may be left out where every point is seen without noise.</summary>
    public InterpolationSettings? Interpolation { get; init; }

    /// <summary>Interpolants set side by side on the first snapshot; none skips the stage.</summary>
    public IReadOnlyList<ComparedSettings>? Compared { get; init; }

    /// <summary>How the missing terms are found.</summary>
    public required JetDiscoverySettings Discovery { get; init; }

    /// <summary>Long runs of truth, wrong and corrected model; none skips the stage.</summary>
    public JetClimateSettings? Climate { get; init; }

    /// <summary>The truth's parameters.</summary>
    internal TwoLayerJet TrueJet => Truth.Jet();

    /// <summary>The model's parameters.</summary>
    internal TwoLayerJet WrongJet => Model.Of(TrueJet);

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => JetEstimate.Of(this);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(Observations.Ratio <= 1, $"{nameof(Observations)}.{nameof(Observations.Ratio)}",
            "must not be above 1");
        foreach (var (step, name) in new[] { (TimeStep, nameof(TimeStep)),
            (TruthTimeStep ?? TimeStep, nameof(TruthTimeStep)) })
        {
            var steps = Observations.Interval / step;
            complaints.Require(Math.Abs(steps - Math.Round(steps)) < 1e-6 && steps > 0.5, name,
                "must divide observations.interval");
        }

        var isWhole = Observations is { Ratio: 1, Noise: 0 };
        complaints.Require(isWhole || Interpolation is not null, nameof(Interpolation),
            "is needed where sensors are missing or noisy");
        complaints.Require(
            Discovery is not JetAuthorsSettings || (isWhole && Observations.Pairs == 1 && Interpolation is null),
            nameof(Discovery),
            "of the authors takes one pair that is seen everywhere, without noise");
        complaints.Require(
            Observations.Noise > 0 || Interpolation is not (KrigingSettings or WindowSettings),
            nameof(Interpolation),
            "of this method needs noise above 0; take minimum-energy");
        complaints.Require(
            Compared is null || Compared.All(one => one.With is not WindowSettings
                && (Observations.Noise > 0 || one.With is not KrigingSettings)),
            nameof(Compared),
            "cannot cycle, and kriging needs noise above 0");
        complaints.Require(
            Interpolation is not JetLetkfSettings filter || filter.Every == Observations.Interval,
            $"{nameof(Interpolation)}.{nameof(WindowSettings.Every)}",
            "must be observations.interval: each forecast of the filter is one to compare");
        complaints.Require(
            Interpolation is not JetLetkfSettings { Cycles: var cycles, Settling: var settling } || settling <= cycles,
            $"{nameof(Interpolation)}.{nameof(JetLetkfSettings.Settling)}",
            "must not be above interpolation.cycles");
        if (Discovery is JetGaussNewtonSettings gaussNewton)
        {
            complaints.Try(() => JetLibrary.Of(gaussNewton), $"{nameof(Discovery)}.{nameof(gaussNewton.Library)}");
        }
    }
}
