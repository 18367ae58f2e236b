using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// A DeepONet: G(u)(x) = Σ bₖ(u) tₖ(x) + b₀, for functions [batch, sensors, 1] at all grid points [batch, points, 1].
/// </summary>
/// <remarks>
/// Lu et al. (2021), doi:10.1038/s42256-021-00302-5; features of the position and sizes as in Lu et al. (2022),
/// doi:10.1016/j.cma.2022.114778. The trunk runs once for all functions (a product of B functions and Q points).
/// </remarks>
public sealed class DeepOperator : nn.Module<Tensor, Tensor>
{
    private readonly Sequential branch;
    private readonly Sequential trunk;
    private readonly Parameter offset;
    private readonly DeepOperatorSettings settings;

    /// <summary>A network with parameters after Glorot, normal, from libtorch's generator.</summary>
    public DeepOperator(DeepOperatorSettings settings)
        : base(nameof(DeepOperator))
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        branch = Layers(settings.Sensors, settings.Width, settings.BranchLayers, endsLinear: true);
        trunk = Layers(2 * settings.Harmonics, settings.Width, settings.TrunkLayers, endsLinear: false);
        offset = nn.Parameter(zeros([1]));
        register_module(nameof(branch), branch);
        register_module(nameof(trunk), trunk);
        register_parameter(nameof(offset), offset);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The functions are not given at the sensors.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var points = input.shape[1];
        if (points != settings.Sensors)
        {
            throw new ArgumentException($"The functions are given at {points} points; this network has {settings.Sensors} sensors.", nameof(input));
        }

        var functions = branch.call(input.view(-1, points));
        var positions = trunk.call(Features(points, input.dtype, input.device));
        return (functions.matmul(positions.t()) + offset).unsqueeze(-1);
    }

    private Tensor Features(long points, ScalarType type, Device device)
    {
        var x = arange(0, points, type, device) * (2 * Math.PI / points);
        return stack(
            Enumerable.Range(1, settings.Harmonics).SelectMany(k => new[] { (x * k).cos(), (x * k).sin() }), 1);
    }

    private static Sequential Layers(int inputs, int width, int count, bool endsLinear)
    {
        var parts = new List<nn.Module<Tensor, Tensor>>();
        for (var i = 0; i < count; i++)
        {
            var layer = nn.Linear(i == 0 ? inputs : width, width);
            _ = nn.init.xavier_normal_(layer.weight);
            _ = nn.init.zeros_(layer.bias!);
            parts.Add(layer);
            if (i < count - 1 || !endsLinear)
            {
                parts.Add(nn.Tanh());
            }
        }

        return nn.Sequential([.. parts]);
    }
}
