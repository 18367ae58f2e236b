using Sci.Assimilation;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The local ensemble transform Kalman filter on the windows before the pairs.</summary>
/// <remarks>
/// Members are analysed as ψ₁ and ψ₂, which is what the sensors read; all sensors within reach move both layers. An
/// ensemble begins as draws of the first snapshot's kriging posterior: a draw of the prior is interpolated from what
/// the sensors would read of it, and its error is put on the kriging. What innovations exceed spread and noise by, in
/// mean squares layer by layer, is the model's error, of which the members know nothing: draws of the prior's spectrum
/// and of that variance are added to them before the analysis (Whitaker and Hamill, 2012,
/// doi:10.1175/MWR-D-11-00276.1, on additive inflation), the wrong model's being many times their spread.
/// </remarks>
internal sealed class JetLetkf
{
    private readonly JetLetkfSettings settings;
    private readonly JetObserved observed;
    private readonly double[] noise;
    private readonly IInterpolant kriging;
    private readonly FlowSpectrum prior;
    private readonly Observations sensors;
    private readonly Inflated analysis;

    public JetLetkf(JetLetkfSettings settings, double noise, JetObserved observed)
    {
        (this.settings, this.observed) = (settings, observed);
        this.noise = [noise * observed.Sizes[0], noise * observed.Sizes[1]];
        kriging = JetInterpolation.Of(settings, noise, observed);
        prior = JetInterpolation.Prior(settings, settings.Power, settings.Variances);
        var points = observed.Sensors.Points;
        int[] seen = [.. points, .. points.Select(point => JetFlow.Points + point)];
        sensors = new Observations(
            WeightedSums.Of(2 * JetFlow.Points, seen),
            new IndependentErrors([.. seen.Select(i => Math.Pow(this.noise[i / JetFlow.Points], 2))]))
        {
            Places = Sci.Assimilation.Places.Of(JetFlow.Grid, seen),
        };
        var local = new Letkf
        {
            Localization = new Localization(JetFlow.Grid, new GaspariCohn(settings.HalfWidth)),
        };
        analysis = new Inflated(new RelaxedPerturbations(local, settings.Relaxation), settings.Inflation);
    }

    /// <summary>Snapshots that a window gives to compare forecasts with.</summary>
    public static int Compared(JetLetkfSettings settings) => settings.Cycles - settings.Settling + 1;

    /// <summary>Filters all windows.</summary>
    /// <param name="model">The background.</param>
    /// <param name="random">Draws the first members.</param>
    /// <param name="progress">Hears of the share that is done.</param>
    /// <param name="cancel">Asked between analyses.</param>
    public JetFiltered Run(IModel model, RandomSource random, Action<double> progress, CancellationToken cancel)
    {
        var (windows, cycles) = (observed.Starts.Count, settings.Cycles);
        var size = 2 * JetFlow.Points;
        var filtered = new JetFiltered(new States(windows * (cycles + 1), size), new States(windows * cycles, size),
            new States(windows * cycles, 4), new States(windows * cycles, 4), new States(1, size));
        var steps = (int)Math.Round(settings.Every / model.TimeStep);
        var (at, now) = (0, 0.0);
        var members = new WatchedEnsemble(model, () => (at, now));
        for (var window = 0; window < windows; window++)
        {
            var ensemble = First(Reading(window, 0), random[window]);
            Mean(ensemble).CopyTo(filtered.Analyses[window * (cycles + 1)]);
            for (var time = 1; time <= cycles; time++)
            {
                cancel.ThrowIfCancellationRequested();
                (at, now) = ((window * cycles) + time, time * settings.Every);
                var states = JetFlow.ToVorticity(ensemble);
                members.Advance(states, steps);
                ensemble = JetFlow.ToStreams(states);
                Analyse(ensemble, window, time, filtered, random[window]["errors"][time]);
                progress((double)at / (windows * cycles));
            }
        }

        return filtered with { Looks = MemberLooks.Of(members) };
    }

    /// <summary>What the settled analyses are to be compared with: their means as q₁ and q₂, and what is read an
    /// interval later, window after window.</summary>
    public (States Starts, States Ends) Pairs(JetFiltered filtered)
    {
        var compared = Compared(settings);
        var starts = new States(observed.Starts.Count * compared, filtered.Analyses.Size);
        var ends = new States(starts.Count, observed.Starts.Size);
        for (var row = 0; row < starts.Count; row++)
        {
            var (window, time) = (row / compared, settings.Settling + (row % compared));
            filtered.Analyses[(window * (settings.Cycles + 1)) + time].CopyTo(starts[row]);
            Reading(window, time + 1).CopyTo(ends[row]);
        }

        return (JetFlow.ToVorticity(starts), ends);
    }

    private ReadOnlySpan<double> Reading(int window, int time) =>
        time < settings.Cycles ? observed.Earlier[(window * settings.Cycles) + time]
        : time == settings.Cycles ? observed.Starts[window] : observed.Ends[window];

    private States First(ReadOnlySpan<double> seen, RandomSource random)
    {
        var members = new States(settings.Members, 2 * JetFlow.Points);
        Workers.For(members.Count, m => prior.Draw(JetFlow.Grid, random["draws"][m])[0].CopyTo(members[m]));
        var readings = observed.Sensors.Read(members);
        for (var m = 0; m < members.Count; m++)
        {
            var errors = random["readings"][m];
            for (var i = 0; i < readings.Size; i++)
            {
                // What is read, less what would be read of the draw: its kriging is that of the reading, less that
                // of the draw.
                readings[m][i] = seen[i] - readings[m][i] - (noise[2 * i / readings.Size] * errors.Normal());
            }
        }

        var corrections = kriging.Interpolate(observed.Sensors, readings);
        System.Numerics.Tensors.TensorPrimitives.Add(members.Values, corrections.Values, members.Values);
        return members;
    }

    private void Analyse(States ensemble, int window, int time, JetFiltered filtered, RandomSource random)
    {
        var row = (window * settings.Cycles) + time - 1;
        var variance = Spread.Variances(ensemble);
        Mean(ensemble).CopyTo(filtered.Forecasts[row]);
        Put(variance, filtered.Spreads[row][..2]);
        if (time > settings.Settling || time == settings.Cycles)
        {
            var times = Math.Max(1, settings.Cycles - settings.Settling) * observed.Starts.Count;
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd<double>(
                variance, 1.0 / times, filtered.Variance[0], filtered.Variance[0]);
        }

        Widen(ensemble, Excess(filtered.Forecasts.Slice(row, 1), variance, Reading(window, time)), random);
        analysis.Update(ensemble, sensors, Reading(window, time), random);
        Mean(ensemble).CopyTo(filtered.Analyses[JetFiltered.AnalysisOf(row, settings.Cycles)]);
        Put(Spread.Variances(ensemble), filtered.Spreads[row][2..]);
    }

    // What the mean squares of the innovations of each layer exceed those of spread and noise by.
    private double[] Excess(States forecast, double[] variance, ReadOnlySpan<double> seen)
    {
        var made = observed.Sensors.Read(forecast)[0];
        var spread = observed.Sensors.Read(States.Of(variance))[0];
        var excess = new double[2];
        for (var i = 0; i < made.Length; i++)
        {
            var layer = 2 * i / made.Length;
            excess[layer] += 2.0 / made.Length
                * (Math.Pow(seen[i] - made[i], 2) - spread[i] - (noise[layer] * noise[layer]));
        }

        return excess;
    }

    private void Widen(States ensemble, double[] variances, RandomSource random)
    {
        var scales = variances.Zip(settings.Variances, (wanted, drawn) => Math.Sqrt(Math.Max(0, wanted) / drawn))
            .ToArray();
        var draws = new States(ensemble.Count, ensemble.Size);
        Workers.For(draws.Count, m => prior.Draw(JetFlow.Grid, random[m])[0].CopyTo(draws[m]));
        var mean = Mean(draws);
        for (var m = 0; m < draws.Count; m++)
        {
            for (var i = 0; i < draws.Size; i++)
            {
                ensemble[m][i] += scales[i / JetFlow.Points] * (draws[m][i] - mean[i]);
            }
        }
    }

    private void Put(double[] variances, Span<double> spreads)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            var mean = System.Numerics.Tensors.TensorPrimitives.Sum<double>(
                variances.AsSpan(layer * JetFlow.Points, JetFlow.Points)) / JetFlow.Points;
            spreads[layer] = Math.Sqrt(mean) / observed.Sizes[layer];
        }
    }

    private static double[] Mean(States ensemble)
    {
        var mean = new double[ensemble.Size];
        for (var m = 0; m < ensemble.Count; m++)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(ensemble[m], 1.0 / ensemble.Count, mean, mean);
        }

        return mean;
    }
}
