using System.Numerics;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Stage 5: truth, wrong and corrected model run on from the end of the last pair.</summary>
internal static class JetClimateStage
{
    public static JetClimate Run(JetSettings settings, JetTruth truth, JetFound found, Action<double> progress,
        CancellationToken cancel)
    {
        var climate = settings.Climate!;
        var wrong = JetFlow.Model(settings.WrongJet, climate.TimeStep);
        IModel[] models = [JetFlow.Model(settings.TrueJet, climate.TimeStep), wrong,
            wrong.With(JetResult.Corrected(wrong.Equation, found))];
        var looks = (int)Math.Round(climate.Length / climate.Every);
        var steps = (int)Math.Round(climate.Every / climate.TimeStep);
        var times = Enumerable.Range(1, looks).Select(look => look * climate.Every).ToArray();
        var sums = new Sums(looks);
        var settled = times.Count(time => time > climate.Settling);
        var states = models.Select(_ => truth.Ends.Slice(truth.Ends.Count - 1, 1)).ToArray();
        for (var look = 0; look < looks; look++)
        {
            Workers.For(models.Length, model => models[model].Advance(states[model], steps), cancel: cancel);
            var streams = states.Select(JetFlow.ToStreams).ToArray();
            sums.Look(streams, look, times[look] > climate.Settling ? 1.0 / settled : 0);
            progress((look + 1.0) / looks);
        }

        return new JetClimate(sums.Energy, sums.Wind, sums.Spectra, sums.History, sums.Errors, times);
    }

    private sealed class Sums(int looks)
    {
        private readonly int rows = JetFlow.Grid.Axes[0].Points;
        private readonly int columns = JetFlow.Grid.Axes[1].Points;
        private readonly TermEvaluator terms = new(
            JetFlow.Grid, ["a"], [.. new[] { "a_x", "a_y", "zonal(a_y)" }.Select(Term.Parse)]);

        public double[] Energy { get; } = new double[6];

        public States Wind { get; } = new(6, JetFlow.Grid.Axes[0].Points);

        public States Spectra { get; } = new(6, (JetFlow.Grid.Axes[1].Points / 2) + 1);

        public States History { get; } = new(6, looks);

        public States Errors { get; } = new(2, looks);

        public void Look(States[] streams, int look, double weight)
        {
            for (var row = 0; row < 6; row++)
            {
                var psi = streams[row / 2][0].Slice(row % 2 * JetFlow.Points, JetFlow.Points);
                var values = terms.Evaluate(psi);
                History[row][look] = EddyEnergy(values);
                Energy[row] += weight * History[row][look];
                AddWind(values, Wind[row], weight);
                AddSpectrum(values[0], Spectra[row], weight);
            }

            for (var model = 1; model < 3; model++)
            {
                Errors[model - 1][look] =
                    Relative(streams[model][0][..JetFlow.Points], streams[0][0][..JetFlow.Points]);
            }
        }

        private static double EddyEnergy(States values)
        {
            var sum = 0.0;
            for (var i = 0; i < JetFlow.Points; i++)
            {
                var (v, u) = (values[0][i], values[1][i] - values[2][i]);
                sum += ((u * u) + (v * v)) / 2;
            }

            return sum / JetFlow.Points;
        }

        private void AddWind(States values, Span<double> wind, double weight)
        {
            for (var row = 0; row < rows; row++)
            {
                wind[row] -= weight * values[2][row * columns];
            }
        }

        private void AddSpectrum(ReadOnlySpan<double> v, Span<double> spectrum, double weight)
        {
            var fft = RealFft.Of(columns);
            var modes = new Complex[fft.Modes];
            for (var row = 0; row < rows; row++)
            {
                fft.Forward(v.Slice(row * columns, columns), modes);
                for (var mode = 0; mode < modes.Length; mode++)
                {
                    spectrum[mode] += weight * Math.Pow(modes[mode].Magnitude / columns, 2) / rows;
                }
            }
        }

        private static double Relative(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
            System.Numerics.Tensors.TensorPrimitives.Distance(a, b) / System.Numerics.Tensors.TensorPrimitives.Norm(b);
    }
}
