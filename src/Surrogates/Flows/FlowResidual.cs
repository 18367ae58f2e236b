using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// What is left of the vorticity equation by snapshots at equal distances: R = F - D w - J(ψ, w) + ν∇²w, D a backward
/// difference that reaches into snapshots that are known.
/// </summary>
/// <remarks>
/// Backward differences of order p, Hairer and Wanner (1996), section V.1; products without aliases. Modes are
/// amplitudes of one wave of each pair ±k, [times, waves, 2], as <see cref="Analyse"/> gives them.
/// </remarks>
public sealed class FlowResidual : IDisposable
{
    private readonly HalfPlane plane;
    private readonly DiagonalForcing flow;
    private readonly double every;
    private readonly Tensor differences;
    private readonly Tensor known;
    private readonly Tensor viscosity;
    private readonly Tensor toU;
    private readonly Tensor toV;

    /// <summary>The residual of snapshots that follow known ones.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="given">The known snapshots, the last of them last, shape [times, y, x].</param>
    /// <param name="count">Number of snapshots that follow.</param>
    /// <param name="every">Time from one to the next.</param>
    /// <param name="order">Order p of the differences.</param>
    /// <exception cref="ArgumentException">There are fewer than p known snapshots.</exception>
    public FlowResidual(DiagonalForcing flow, Tensor given, int count, double every, int order)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(given);
        if (given.shape[0] < order)
        {
            throw new ArgumentException(
                $"Differences of order {order} need as many known snapshots, not {given.shape[0]}.", nameof(given));
        }

        (this.flow, this.every, Count) = (flow, every, count);
        plane = new HalfPlane((int)given.shape[1]);
        using var scope = NewDisposeScope();
        Difference = Matrix(count, order);
        var before = plane.Analyse(given.narrow(0, given.shape[0] - order, order).to(float64)).view(order, -1);
        var history = History(count, order).mm(before).view(count, plane.Count, 2);
        known = scope.Detach(plane.Analyse(Forcing()) - history);
        differences = scope.Detach(tensor(Difference, [count, count], float64));
        viscosity = scope.Detach(tensor(plane.Squares, float64).view(1, plane.Count, 1) * flow.Viscosity);
        var inverse = tensor(Array.ConvertAll(plane.Squares, square => 1 / square), float64);
        (toU, toV) = (scope.Detach(plane.Y * inverse), scope.Detach(plane.X * inverse * -1));
    }

    /// <summary>Number of snapshots.</summary>
    public int Count { get; }

    /// <summary>Number of waves.</summary>
    public int Waves => plane.Count;

    /// <summary>|k|² of each wave.</summary>
    public IReadOnlyList<double> Squares => plane.Squares;

    /// <summary>D + ν|k|² of a wave, row-major: what the linear part of -R does to its snapshots.</summary>
    internal double[] Linear(int wave)
    {
        var lower = (double[])Difference.Clone();
        for (var time = 0; time < Count; time++)
        {
            lower[(time * Count) + time] += flow.Viscosity * plane.Squares[wave];
        }

        return lower;
    }

    // D among the snapshots that follow, a lower triangle [times, times].
    private double[] Difference { get; }

    /// <summary>Modes of fields [times, y, x].</summary>
    public Tensor Analyse(Tensor fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return plane.Analyse(fields.to(float64));
    }

    /// <summary>Fields of modes.</summary>
    public Tensor Synthesise(Tensor modes) => plane.Synthesise(modes);

    /// <summary>R of the snapshots of the given modes, which may carry a gradient.</summary>
    public Tensor Of(Tensor modes)
    {
        ArgumentNullException.ThrowIfNull(modes);
        var change = differences.mm(modes.reshape(Count, -1)).view(Count, plane.Count, 2);
        return known - change - (modes * viscosity) - Advection(modes);
    }

    /// <summary>
    /// (Σ |R̂|² |k|²ˢ)^½ over times and waves, by Parseval: the norm of H⁻¹ for s = -1, of L² for 0.
    /// </summary>
    public Tensor Norm(Tensor residual, double smoothness)
    {
        ArgumentNullException.ThrowIfNull(residual);
        return (residual.square() * Weights(smoothness)).sum().sqrt();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        plane.Dispose();
        foreach (var tensor in new[] { differences, known, viscosity, toU, toV })
        {
            tensor.Dispose();
        }
    }

    // Either wave of a pair counts.
    private Tensor Weights(double smoothness) => tensor(
        Array.ConvertAll(plane.Squares, square => 2 * Math.Pow(square, smoothness)), [1, plane.Count, 1], float64);

    // u = -ψ_y, v = ψ_x, with ψ = -w/|k|² in modes.
    private Tensor Advection(Tensor w)
    {
        Tensor Field(Tensor factors) => plane.Synthesise(HalfPlane.Turned(w, factors));
        return plane.Analyse((Field(toU) * Field(plane.X)) + (Field(toV) * Field(plane.Y)));
    }

    private Tensor Forcing()
    {
        var points = plane.Points;
        return tensor(
            [.. Enumerable.Range(0, points * points).Select(
                at => flow.At((double)(at / points) / points, (double)(at % points) / points))],
            [1, points, points], float64);
    }

    private double[] Matrix(int count, int order)
    {
        var (values, weights) = (new double[count * count], Weights(order));
        for (var row = 0; row < count; row++)
        {
            for (var back = 0; back <= Math.Min(order, row); back++)
            {
                values[(row * count) + row - back] = weights[back];
            }
        }

        return values;
    }

    // What the known snapshots, the last of them last, add to the differences of those that follow.
    private Tensor History(int count, int order)
    {
        var (values, weights) = (new double[count * order], Weights(order));
        for (var row = 0; row < Math.Min(count, order); row++)
        {
            for (var back = row + 1; back <= order; back++)
            {
                values[(row * order) + order + row - back] = weights[back];
            }
        }

        return tensor(values, [count, order], float64);
    }

    // Σ_{j=1}^{p} ∇ʲ/j over the distance.
    private double[] Weights(int order)
    {
        var weights = new double[order + 1];
        for (var j = 1; j <= order; j++)
        {
            var binomial = 1.0;
            for (var back = 0; back <= j; back++)
            {
                weights[back] += binomial / j / every;
                binomial *= -(double)(j - back) / (back + 1);
            }
        }

        return weights;
    }
}
