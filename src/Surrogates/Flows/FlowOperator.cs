using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// A forced flow's vorticity [batch, y, x, 1] one step later: viscosity and forcing exactly, the stream by a network.
/// </summary>
/// <remarks>
/// w → exp(νh∇²) w + F φ(h) + σ N(w / σ₀, F / a), where the first two are the linear equation's solution; N, without a
/// mean, sees the forcing and not the place and is to learn the rest. σ₀ and σ are the deviations of w and of the rest
/// in the data. A shift along (1, -1), which leaves F, commutes with it; the mean vorticity is kept.
/// </remarks>
public sealed class FlowOperator : nn.Module<Tensor, Tensor>
{
    private readonly Dictionary<(long Points, ScalarType Type), (Tensor Heat, Tensor Forcing)> linear = [];
    private readonly FourierOperator inner;
    private readonly DiagonalForcing flow;
    private readonly double step;
    private readonly Tensor scales;

    /// <summary>Wraps a network of two inputs, w and F, and one output.</summary>
    /// <param name="inner">The network; it does not add its input to its output.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="step">Time h from input to output.</param>
    /// <param name="data">What the deviations are taken from.</param>
    /// <exception cref="ArgumentException">The network is for other fields.</exception>
    public FlowOperator(FourierOperator inner, DiagonalForcing flow, double step, Samples data)
        : base(nameof(FlowOperator))
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(data);
        if (inner.Settings is not { Dimensions: 2, Inputs: 2, Outputs: 1, Residual: false })
        {
            throw new ArgumentException(
                "The network is to map vorticity and forcing on a box to one field that is not a change.",
                nameof(inner));
        }

        (this.inner, this.flow, this.step) = (inner, flow, step);
        register_module(nameof(inner), inner);
        using var scope = NewDisposeScope();
        using var recording = no_grad();
        var rest = data.Targets - Linear(data.Inputs);
        scales = scope.Detach(stack([data.Inputs.std(unbiased: false), rest.std(unbiased: false)]));
        register_buffer(nameof(scales), scales);
    }

    /// <summary>What the network is in this.</summary>
    public FourierOperator Inner => inner;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Linear(input) + Eddies(inner.call(Seen(input)));
    }

    /// <summary>So many snapshots after one [1, y, x, 1], with what the last layer sees of each.</summary>
    public FlowForecast Forecast(Tensor vorticity, int steps)
    {
        ArgumentNullException.ThrowIfNull(vorticity);
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        var (w, snapshots, features) = (vorticity, new List<Tensor>(), new List<Tensor>());
        for (var step = 0; step < steps; step++)
        {
            var seen = inner.Features(Seen(w));
            features.Add(seen.squeeze(2).permute(2, 0, 1) * scales[1]);
            w = Linear(w) + Eddies(inner.Output(seen));
            snapshots.Add(w.squeeze(-1));
        }

        return new FlowForecast(scope.MoveToOuter(cat(snapshots)), scope.MoveToOuter(stack(features)));
    }

    /// <summary>What viscosity and forcing alone make of a vorticity in a step.</summary>
    public Tensor Linear(Tensor vorticity)
    {
        ArgumentNullException.ThrowIfNull(vorticity);
        var (heat, forcing) = Parts(vorticity);
        var decayed = heat.matmul(vorticity.squeeze(-1)).matmul(heat).unsqueeze(-1);
        return decayed + (forcing * flow.Response(step));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var (heat, forcing) in linear.Values)
        {
            heat.Dispose();
            forcing.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor Seen(Tensor w) =>
        cat([w / scales[0], (Parts(w).Forcing / flow.Amplitude).expand(w.shape)], -1);

    // A stream carries vorticity about and makes none, in all.
    private Tensor Eddies(Tensor found) => (found - found.mean([1L, 2], keepdim: true)) * scales[1];

    private (Tensor Heat, Tensor Forcing) Parts(Tensor w)
    {
        var key = (w.shape[1], w.dtype);
        lock (linear)
        {
            if (!linear.TryGetValue(key, out var parts))
            {
                linear[key] = parts = (Heat((int)w.shape[1], w.dtype), Forcing((int)w.shape[1], w.dtype));
            }

            return parts;
        }
    }

    // The heat kernel of a period, which both axes have: a symmetric circulant.
    private Tensor Heat(int points, ScalarType type)
    {
        var line = new double[points];
        for (var k = -(points / 2); k < points - (points / 2); k++)
        {
            for (var i = 0; i < points; i++)
            {
                line[i] += flow.Decay(k, step) * Math.Cos(2 * Math.PI * k * i / points) / points;
            }
        }

        var values = new double[points * points];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = line[Math.Abs((at / points) - (at % points))];
        }

        return tensor(values, [points, points], type).DetachFromDisposeScope();
    }

    private Tensor Forcing(int points, ScalarType type)
    {
        var values = new double[points * points];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = flow.At((double)(at / points) / points, (double)(at % points) / points);
        }

        return tensor(values, [1, points, points, 1], type).DetachFromDisposeScope();
    }
}
