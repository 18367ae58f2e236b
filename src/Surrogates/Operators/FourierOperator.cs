using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// A Fourier neural operator on a periodic line or box: fields [batch, points …, inputs] to [batch, points …, outputs].
/// </summary>
/// <remarks>
/// Li et al. (2021), arXiv:2010.08895, as its authors' stand-alone programs of 2021 have it: linear lift, Fourier
/// layers with exact GELU between them, two linear layers at the end; no batch normalisation. Positions leave the end
/// point out, so that they are the same at every resolution; the authors' include it. Within, the points come first.
/// </remarks>
public sealed class FourierOperator : nn.Module<Tensor, Tensor>
{
    private readonly Dictionary<(long Rows, long Columns, ScalarType Type, string Device), ISpectrum> spectra = [];
    private readonly Linear lift;
    private readonly FourierLayer[] layers;
    private readonly Linear? project;
    private readonly Linear last;

    /// <summary>A network with random parameters from libtorch's generator.</summary>
    /// <exception cref="ArgumentException">The dimensions are neither 1 nor 2.</exception>
    public FourierOperator(FourierOperatorSettings settings)
        : base(nameof(FourierOperator))
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Dimensions is not (1 or 2))
        {
            throw new ArgumentException(
                $"Fields are on a line or in a box, not in {settings.Dimensions} dimensions.", nameof(settings));
        }

        Settings = settings;
        var modes = settings.Dimensions == 1 ? settings.Modes : 2L * settings.Modes * settings.Modes;
        lift = nn.Linear(settings.Inputs + (settings.Positions ? settings.Dimensions : 0), settings.Width);
        layers = [.. Enumerable.Range(0, settings.Layers).Select(_ => new FourierLayer(settings.Width, modes))];
        project = settings.Projection == 0 ? null : nn.Linear(settings.Width, settings.Projection);
        last = nn.Linear(project?.out_features ?? settings.Width, settings.Outputs);
        register_module(nameof(lift), lift);
        for (var i = 0; i < layers.Length; i++)
        {
            register_module(string.Create(CultureInfo.InvariantCulture, $"layer{i}"), layers[i]);
        }

        if (project is not null)
        {
            register_module(nameof(project), project);
        }

        register_module(nameof(last), last);
    }

    /// <summary>What the network is made of.</summary>
    public FourierOperatorSettings Settings { get; }

    /// <summary>
    /// The network for a line of <paramref name="times"/> the length at the same spacing: its kernels are those of this
    /// one within half a period to either side, and nothing beyond.
    /// </summary>
    /// <remarks>
    /// A field that repeats itself gives what one period of it gives here. Initialising the copy draws from libtorch's
    /// generator.
    /// </remarks>
    /// <param name="points">Points of the line that this network was trained on.</param>
    /// <param name="times">How many times as many the new line has.</param>
    /// <exception cref="ArgumentException">The network is for a box, or knows positions.</exception>
    public FourierOperator OnLongerLine(int points, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        if (Settings.Dimensions != 1 || Settings.Positions)
        {
            throw new ArgumentException(
                "Only a network on a line that does not know positions can be carried to a longer line.",
                nameof(times));
        }

        var kernel = new KernelModes(points, Settings.Modes, points * times);
        var longer = new FourierOperator(Settings with { Modes = kernel.LongerModes }).to(last.weight.dtype);
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (mine, its) in parameters().Zip(longer.parameters()))
        {
            _ = its.copy_(mine.ndim == 3 ? kernel.Carry(mine) : mine);
        }

        return longer;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var features = Features(input);
        var u = Output(features);
        return Settings.Residual ? u + input.narrow(-1, 0, Settings.Outputs) : u;
    }

    /// <summary>What the last linear layer makes of its features, shape [batch, points …, outputs].</summary>
    internal Tensor Output(Tensor features)
    {
        var u = AffineMap.Call(last, features);
        return Settings.Dimensions == 1 ? u.permute(1, 0, 2) : u.permute(2, 0, 1, 3);
    }

    /// <summary>What the last linear layer sees, shape [points …, batch, channels].</summary>
    internal Tensor Features(Tensor input)
    {
        var fields = Settings.Dimensions == 1 ? input.permute(1, 0, 2) : input.permute(1, 2, 0, 3);
        var v = AffineMap.Call(lift, Settings.Positions ? cat([fields, Positions(fields)], -1) : fields.contiguous());
        var spectrum = Spectrum(fields);
        for (var i = 0; i < layers.Length; i++)
        {
            var layer = layers[i];
            v = Next(v, each => layer.call(each, spectrum));
            v = i < layers.Length - 1 || project is null ? Next(v, Gelu.Call) : v;
        }

        return project is null ? v : Next(Next(v, each => AffineMap.Call(project, each)), Gelu.Call);
    }

    // Nothing but a gradient needs a layer's input any longer, and that holds it by itself.
    private static Tensor Next(Tensor v, Func<Tensor, Tensor> map)
    {
        using (v)
        {
            return map(v);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var spectrum in spectra.Values)
        {
            spectrum.Dispose();
        }

        base.Dispose(disposing);
    }

    private ISpectrum Spectrum(Tensor fields)
    {
        var (rows, columns) = Settings.Dimensions == 1 ? (1, fields.shape[0]) : (fields.shape[0], fields.shape[1]);
        var (type, device) = (fields.dtype, fields.device);
        var key = (rows, columns, type, device.ToString());
        lock (spectra)
        {
            if (!spectra.TryGetValue(key, out var spectrum))
            {
                spectra[key] = spectrum = Settings.Dimensions == 1
                    ? new LineSpectrum(columns, Settings.Modes, type, device)
                    : new BoxSpectrum(rows, columns, Settings.Modes, type, device);
            }

            return spectrum;
        }
    }

    private Tensor Positions(Tensor fields)
    {
        var shape = fields.shape;
        var axes = Enumerable.Range(0, Settings.Dimensions).Select(axis =>
        {
            var line = arange(0, shape[axis], fields.dtype, fields.device) / (double)shape[axis];
            long[] only = [.. shape.Select((size, i) => i == axis ? size : 1)];
            return line.view(only).expand([.. shape[..^1], 1]);
        });
        return cat([.. axes], -1);
    }
}
