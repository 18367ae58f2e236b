using TorchSharp;

namespace Sci.Torch.Tests;

public sealed class TrainingTests
{
    private static nn.Module<Tensor, Tensor> Network() => nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Linear(16, 1));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam_in_one_pass_is_Adam_by_its_formulas(bool decoupled)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var parameter = nn.Parameter(randn([37], float64));
        var (x, m, v) = (parameter.detach().clone(), zeros(37, float64), zeros(37, float64));
        using var optimizer = decoupled
            ? optim.AdamW([parameter], lr: 0.01, weight_decay: 0.1)
            : optim.Adam([parameter], lr: 0.01, weight_decay: 0.1);
        for (var step = 1; step <= 5; step++)
        {
            optimizer.zero_grad();
            parameter.pow(4).sum().backward();
            _ = optimizer.step();

            var g = (x.pow(3) * 4) + (decoupled ? x * 0 : x * 0.1);
            m = (m * 0.9) + (g * 0.1);
            v = (v * 0.999) + (g * g * 0.001);
            var denominator = (v / (1 - Math.Pow(0.999, step))).sqrt() + 1e-8;
            x = (decoupled ? x * (1 - 0.001) : x) - (m / (1 - Math.Pow(0.9, step)) / denominator * 0.01);
        }

        Assert.True(parameter.allclose(x, rtol: 1e-12, atol: 1e-14));
    }

    [Fact]
    public void Lbfgs_with_Wolfes_search_solves_Rosenbrock()
    {
        using var scope = NewDisposeScope();
        var at = nn.Parameter(tensor([-1.2, 1.0]));
        using var optimizer = optim.LBFGS([at], max_iter: 100, tolerange_grad: 1e-9, tolerance_change: 0);
        var evaluations = 0;

        _ = optimizer.step(() =>
        {
            evaluations++;
            optimizer.zero_grad();
            var loss = (1 - at[0]).square() + ((at[1] - at[0].square()).square() * 100);
            loss.backward();
            return loss;
        });

        Assert.Equal(1, at[0].ToDouble(), 1e-9);
        Assert.Equal(1, at[1].ToDouble(), 1e-9);
        // Nocedal and Wright's and Matlab's searches need 40 to 60 evaluations from this start.
        Assert.InRange(evaluations, 20, 90);
    }

    [Fact]
    public void Momentum_reaches_the_minimum_of_a_narrow_valley_sooner_than_plain_descent()
    {
        double After(double momentum)
        {
            using var scope = NewDisposeScope();
            var at = nn.Parameter(tensor([1.0, 1.0]));
            using var optimizer = optim.SGD([at], 0.018, momentum);
            for (var i = 0; i < 200; i++)
            {
                optimizer.zero_grad();
                (at.square() * tensor([1.0, 50.0])).sum().backward();
                _ = optimizer.step();
            }

            return at.norm().ToDouble();
        }

        Assert.True(After(0.8) < 0.01 * After(0));
    }

    [Fact]
    public void A_network_read_back_is_the_network_and_goes_on_as_if_never_cut()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var (x, y) = (randn(32, 4), randn(32, 1));
        using var network = Network();
        using var optimizer = optim.Adam(network.parameters(), 0.01);
        Steps(network, optimizer, x, y, 5);
        using var file = new MemoryStream();
        _ = network.save(file);
        using var writer = new BinaryWriter(file);
        optimizer.save_state_dict(writer);
        Steps(network, optimizer, x, y, 5);

        using var other = Network();
        using var resumed = optim.Adam(other.parameters(), 1);
        file.Position = 0;
        _ = other.load(file);
        resumed.load_state_dict(new BinaryReader(file));
        Steps(other, resumed, x, y, 5);

        Assert.All(network.parameters().Zip(other.parameters()), pair => Assert.True(pair.First.Equals(pair.Second)));
    }

    [Fact]
    public void A_file_of_another_network_is_refused()
    {
        using var file = new MemoryStream();
        _ = nn.Linear(3, 2).save(file);
        file.Position = 0;

        Assert.Contains("weight", Assert.Throws<ArgumentException>(() => nn.Linear(4, 2).load(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_are_named_by_their_path_and_change_type_in_place()
    {
        using var network = Network().to(float64);

        Assert.Equal(
            ["0.weight", "0.bias", "2.weight", "2.bias"], network.named_parameters().Select(pair => pair.name));
        Assert.All(network.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
    }

    [Fact]
    public void A_convolution_on_a_circle_commutes_with_turning_it()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Conv1d(2, 3, 5, padding: 2, padding_mode: PaddingModes.Circular);
        var x = randn([1, 2, 16]);

        Assert.True(layer.call(x.roll(3, 2)).allclose(layer.call(x).roll(3, 2), atol: 1e-6));
    }

    [Fact]
    public void Schedules_follow_their_closed_forms()
    {
        using var optimizer = optim.SGD([nn.Parameter(zeros(1))], 0.1);
        double[] Rates(Func<optim.lr_scheduler.LRScheduler> start, int steps)
        {
            var schedule = start();
            return [.. Enumerable.Range(0, steps).Select(_ =>
            {
                var rate = schedule.get_last_lr().Single();
                schedule.step();
                return rate;
            })];
        }

        Assert.Equal([0.1, 0.1, 0.05, 0.05, 0.025], Rates(() => optim.lr_scheduler.StepLR(optimizer, 2, 0.5), 5));
        var cosine = Rates(() => optim.lr_scheduler.CosineAnnealingLR(optimizer, 10), 11);
        Assert.Equal(0.05, cosine[5], 1e-15);
        Assert.Equal(0, cosine[10], 1e-15);
        var cycle = Rates(() => optim.lr_scheduler.OneCycleLR(optimizer, 1, 100, pct_start: 0.3), 100);
        Assert.Equal(1.0 / 25, cycle[0], 1e-15);
        Assert.Equal(1, cycle[29], 1e-15);
        Assert.Equal(1.0 / 25 / 1e4, cycle[99], 1e-15);
    }

    [Fact]
    public void Gradients_are_clipped_to_their_common_norm()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (nn.Parameter(ones([3])), nn.Parameter(ones([1])));
        ((a.sum() * 3) + (b.sum() * 3)).backward();

        var norm = nn.utils.clip_grad_norm_([a, b], 1);

        Assert.Equal(6, norm, 1e-6);
        Assert.Equal(0.5, a.grad!.data<float>()[0], 1e-6);
    }

    private static void Steps(
        nn.Module<Tensor, Tensor> network, optim.Optimizer optimizer, Tensor x, Tensor y, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.mse_loss(network.call(x), y).backward();
            _ = optimizer.step();
        }
    }
}
