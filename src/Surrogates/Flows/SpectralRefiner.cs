using System.Numerics;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// Refines a network's forecast of a flow at the time of use: the weights of its last layer become Q_k, one set a
/// wave, and are chosen for the least residual, all else frozen.
/// </summary>
/// <remarks>
/// Cao, Brarda, Li and Xi (2025), arXiv:2405.17211: w_k(t) = b_k(t) + Q_k·v_k(t), v the frozen features and b the rest
/// of the forecast. Where a wave's features span all its times, the refined forecast is the differenced equation's
/// solution and the network its first guess.
/// </remarks>
/// <param name="residual">The residual of the snapshots that are forecast.</param>
/// <param name="forecast">The forecast.</param>
public sealed class SpectralRefiner(FlowResidual residual, FlowForecast forecast)
{
    /// <summary>The refined forecast.</summary>
    /// <param name="method">How.</param>
    /// <param name="smoothness">s of the norm Σ|R̂|²|k|²ˢ: -1 for H⁻¹, 0 for L².</param>
    /// <param name="evaluations">Residuals or gradients that it may take.</param>
    public RefinedFlow Refine(IRefinement method, double smoothness, int evaluations)
    {
        ArgumentNullException.ThrowIfNull(method);
        using var scope = NewDisposeScope();
        var curve = new List<double>();
        var objective = Objective(method.IsScaled, smoothness, curve.Add);
        var unknowns = new double[objective.Count];
        method.Minimise(objective, unknowns, evaluations);
        using var recording = no_grad();
        var found = objective.At(tensor(unknowns, [residual.Waves, unknowns.Length / residual.Waves, 1], float64));
        return new RefinedFlow(
            scope.MoveToOuter(residual.Synthesise(found)), residual.Norm(residual.Of(objective.Start), -1).ToDouble(),
            residual.Norm(residual.Of(found), -1).ToDouble(), curve);
    }

    /// <summary>What is made small, over the unknowns.</summary>
    internal RefinementObjective Objective(bool isScaled, double smoothness, Action<double>? evaluated = null)
    {
        var (features, start) = (Features(), residual.Analyse(forecast.Vorticity));
        if (!isScaled)
        {
            return new(residual, start, Real(Array.ConvertAll(features, Rows)), null, smoothness, evaluated);
        }

        var largest = features.Max(wave => wave.Max(column => column.Max(Complex.Abs)));
        var spans = features.Select((wave, number) => LayerSpan.Of(
            wave, residual.Linear(number), Math.Pow(residual.Squares[number], -smoothness / 2), largest)).ToArray();
        return new(
            residual, start, Real([.. spans.Select(span => span.Change)]), Real([.. spans.Select(span => span.Back)]),
            smoothness, evaluated);
    }

    // [waves][channels][times]
    private Complex[][][] Features()
    {
        var (times, channels) = ((int)forecast.Features.shape[0], (int)forecast.Features.shape[1]);
        var all = Enumerable.Range(0, residual.Waves).Select(_ => new Complex[channels][]).ToArray();
        for (var channel = 0; channel < channels; channel++)
        {
            using var modes = residual.Analyse(forecast.Features.select(1, channel)).contiguous();
            var values = modes.data<double>().ToArray();
            for (var wave = 0; wave < all.Length; wave++)
            {
                all[wave][channel] = [.. Enumerable.Range(0, times).Select(time => 2 * ((time * all.Length) + wave))
                    .Select(at => new Complex(values[at], values[at + 1]))];
            }
        }

        return all;
    }

    private static Complex[] Rows(Complex[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).SelectMany(time => columns.Select(column => column[time]))];

    // A complex matrix [times, unknowns] as a real one, real parts before imaginary ones.
    private Tensor Real(Complex[][] maps)
    {
        var (times, unknowns) = (residual.Count, maps[0].Length / residual.Count);
        var values = new double[maps.Length * 4 * times * unknowns];
        for (var wave = 0; wave < maps.Length; wave++)
        {
            var block = values.AsSpan(wave * 4 * times * unknowns, 4 * times * unknowns);
            for (var at = 0; at < maps[wave].Length; at++)
            {
                var (row, column) = Math.DivRem(at, unknowns);
                var z = maps[wave][at];
                var place = (2 * row * unknowns) + column;
                (block[place], block[place + unknowns]) = (z.Real, -z.Imaginary);
                place += 2 * times * unknowns;
                (block[place], block[place + unknowns]) = (z.Imaginary, z.Real);
            }
        }

        return tensor(values, [maps.Length, 2 * times, 2 * unknowns], float64);
    }
}
