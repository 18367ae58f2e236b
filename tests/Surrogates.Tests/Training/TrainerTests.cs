using Sci.Numerics;
using Sci.Solvers;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public sealed class TrainerTests
{
    private static readonly FourierOperatorSettings Small = new()
    {
        Dimensions = 1, Inputs = 1, Outputs = 1, Width = 8, Modes = 4, Layers = 2, Projection = 8, Positions = false,
    };

    private static readonly TrainingPlan Plan = new()
    {
        Epochs = 6, BatchSize = 7, LearningRate = 5e-3, Schedule = new OneCycle(0.3), Seed = 11, Clip = 1,
        WeightDecay = 1e-4,
    };

    [Fact]
    public void Training_that_was_cut_and_gone_on_with_ends_at_the_same_bits()
    {
        using var data = Data(20);
        using var held = Data(5);
        var whole = Trained(data, held, Plan, cutAfter: null);

        Assert.Equal(whole, Trained(data, held, Plan, cutAfter: 2));
        Assert.Equal(whole, Trained(data, held, Plan, cutAfter: null));
        Assert.NotEqual(whole, Trained(data, held, Plan with { Seed = 12 }, cutAfter: null));
    }

    [Fact]
    public void Training_stops_where_it_no_longer_helps_and_keeps_the_best()
    {
        using var scope = NewDisposeScope();
        using var data = Data(10);
        using var held = Data(5);
        manual_seed(1);
        using var network = new FourierOperator(Small);
        // A rate that leaves the best behind.
        using var trainer = new Trainer(network, data, held, Losses.RelativeL2, Plan with
        {
            Epochs = 200, LearningRate = 0.3, Schedule = new ConstantRate(), Patience = 5, Clip = null,
        });
        while (!trainer.IsDone)
        {
            _ = trainer.Epoch();
        }

        trainer.Finish();

        Assert.True(trainer.Curve.Count < 200);
        var best = trainer.Curve.Min(epoch => epoch.Validation);
        Assert.Equal(best, trainer.Curve[^6].Validation);
        Assert.Equal(best, Evaluation.Errors(network, held).Average());
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_training_with_a_way_out()
    {
        using var data = Data(10);
        using var network = new FourierOperator(Small);
        using var trainer = new Trainer(network, data, null, (p, t) => Losses.RelativeL2(p, t) * double.NaN, Plan);

        var error = Assert.Throws<TrainingException>(() => trainer.Epoch());

        Assert.Contains("take a learning rate below 0.005", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schedules_begin_turn_and_end_where_they_say()
    {
        Assert.Equal([0.04, 1, 0.04 * 1e-4], new[] { 0, 0.3, 1 }.Select(new OneCycle(0.3).Factor), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([1, 1, 0.5, 0.25], new[] { 0, 0.24, 0.25, 0.6 }.Select(new StepDecay(4, 0.5).Factor));
        Assert.Equal([1, 0.4], new[] { 0, 0.6 }.Select(new InverseTime(5, 0.5).Factor));
    }

    [Fact]
    public void Standardised_samples_have_mean_zero_and_deviation_one_and_come_back()
    {
        using var scope = NewDisposeScope();
        var u = (randn([50, 8, 1], float64) * 3) + 5;
        using var each = Standardiser.Pointwise(u);

        var encoded = each.Encode(u);

        Assert.True(encoded.mean([0]).abs().max().ToDouble() < 1e-12);
        Assert.True((encoded.std([0], unbiased: false) - 1).abs().max().ToDouble() < 1e-5);
        Assert.True(each.Decode(encoded).allclose(u, rtol: 1e-14));
    }

    [Fact]
    public void A_network_is_a_model_whose_rows_know_nothing_of_one_another()
    {
        using var network = new FourierOperator(Small with { Residual = true });
        var model = new NetworkModel(network, Grid.Line(16, 1), 0.5);
        var states = new States(5, 16);
        new RandomSource(3).Normals(states.Values);
        var alone = states.Slice(2, 1);

        model.Advance(states, 3);
        model.Advance(alone, 1);
        model.Advance(alone, 2);

        // A step in double between two in single precision rounds nothing away.
        Assert.Equal(states[2].ToArray(), alone[0].ToArray());
        Assert.Throws<ArgumentException>(() => model.Advance(new States(1, 15)));
    }

    private static byte[] Trained(Samples data, Samples held, TrainingPlan plan, int? cutAfter)
    {
        manual_seed(7);
        using var network = new FourierOperator(Small);
        using var trainer = new Trainer(network, data, held, Losses.RelativeL2, plan);
        while (!trainer.IsDone && trainer.Curve.Count != cutAfter)
        {
            _ = trainer.Epoch();
        }

        if (cutAfter is null)
        {
            return trainer.Save();
        }

        using var other = new FourierOperator(Small);
        using var resumed = new Trainer(other, data, held, Losses.RelativeL2, plan);
        resumed.Restore(trainer.Save());
        while (!resumed.IsDone)
        {
            _ = resumed.Epoch();
        }

        return resumed.Save();
    }

    private static Samples Data(int count)
    {
        var (inputs, targets) = (new States(count, 16), new States(count, 16));
        new RandomSource((ulong)count).Normals(inputs.Values);
        for (var i = 0; i < targets.Values.Length; i++)
        {
            targets.Values[i] = Math.Tanh(inputs.Values[i]);
        }

        return Samples.Of(inputs, targets, float32);
    }
}
