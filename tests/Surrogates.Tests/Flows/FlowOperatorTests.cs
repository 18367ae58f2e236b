using Sci.Numerics;
using Sci.Solvers;
using TorchSharp;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public sealed class FlowOperatorTests
{
    private static readonly DiagonalForcing Flow = new(Viscosity: 3e-3, Amplitude: 0.1);

    private static readonly FourierOperatorSettings Small = new()
    {
        Dimensions = 2, Inputs = 2, Outputs = 1, Width = 4, Modes = 3, Layers = 2, Projection = 0, Positions = false,
    };

    [Fact]
    public void Without_a_stream_the_linear_part_is_the_solvers_answer()
    {
        using var scope = NewDisposeScope();
        // Waves of one direction carry nothing: the forcing and those with it.
        var (grid, state) = (Grid.Box(16, 16, 1, 1), new States(1, 256));
        for (var at = 0; at < 256; at++)
        {
            state.Values[at] = Math.Sin(2 * Math.PI * 2 * ((at / 16) + (at % 16)) / 16);
        }

        using var network = Operator(0.7);
        var linear = network.Linear(Fields(state));
        new SpectralModel(
            new PlaneFlow { Beta = 0, Drag = 0, Viscosity = 3e-3, ViscosityPower = 1, Forcing = Flow.At }.On(grid),
            new Etdrk4(0.1), Dealiasing.TwoThirds).Advance(state, 7);

        Assert.True(linear.allclose(Fields(state), rtol: 0, atol: 1e-13));
    }

    [Fact]
    public void The_mean_vorticity_is_kept_whatever_the_network()
    {
        using var scope = NewDisposeScope();
        using var network = Operator(0.5);
        var w = randn([3, 16, 16, 1], float64) + 2;

        Assert.True(network.call(w).mean([1L, 2]).allclose(w.mean([1L, 2]), rtol: 1e-13));
    }

    [Fact]
    public void Shifts_along_the_forcings_lines_commute_with_the_network()
    {
        using var scope = NewDisposeScope();
        using var network = Operator(0.5);
        var w = randn([2, 16, 16, 1], float64);
        static Tensor Shifted(Tensor w) => w.roll(3, 1).roll(-3, 2);

        Assert.True(Shifted(network.call(w)).allclose(network.call(Shifted(w)), rtol: 0, atol: 1e-12));
    }

    [Fact]
    public void Mirrored_and_turned_runs_are_runs_of_the_solver()
    {
        using var scope = NewDisposeScope();
        var (before, grid) = (new States(1, 256), Grid.Box(16, 16, 1, 1));
        new RandomSource(4).Normals(before.Values);
        var model = new SpectralModel(
            new PlaneFlow { Beta = 0, Drag = 0, Viscosity = 3e-3, ViscosityPower = 1, Forcing = Flow.At }.On(grid),
            new Etdrk4(0.02), Dealiasing.TwoThirds);
        // The first steps take away what is above the two thirds, which no symmetry need respect.
        model.Advance(before, 5);
        var after = before.Clone();
        model.Advance(after, 5);

        var moved = new DiagonalSymmetries().Take(
            new Samples(Fields(before), Fields(after)), new int[32], new RandomSource(5));

        var states = new States(32, 256, moved.Inputs.contiguous().data<double>().ToArray());
        Assert.Equal(4, Enumerable.Range(0, 32).Select(row => states[row][0]).Distinct().Count());
        model.Advance(states, 5);
        Assert.True(Fields(states).allclose(moved.Targets, rtol: 0, atol: 1e-12));
    }

    [Fact]
    public void A_box_without_the_symmetries_is_refused()
    {
        using var scope = NewDisposeScope();
        var w = zeros([1, 10, 10, 1], float64);

        Assert.Throws<ArgumentException>(
            () => new DiagonalSymmetries().Take(new Samples(w, w), [0], new RandomSource(1)));
    }

    private static FlowOperator Operator(double step)
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var data = new Samples(randn([4, 16, 16, 1], float64), randn([4, 16, 16, 1], float64));
        var network = new FlowOperator(new FourierOperator(Small).to(float64), Flow, step, data);
        return network;
    }

    private static Tensor Fields(States states) =>
        tensor(states.Values.ToArray(), [states.Count, 16, 16, 1], float64);
}
