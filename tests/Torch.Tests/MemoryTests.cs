using System.Diagnostics;
using System.Globalization;

namespace Sci.Torch.Tests;

public sealed class MemoryTests
{
    private readonly nn.Module<Tensor, Tensor> network = nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 1));

    // Small work: a second thread would only wait.
    public MemoryTests() => set_num_threads(1);

    [Fact]
    public void Ten_thousand_steps_leave_nothing_behind()
    {
        using var optimizer = optim.Adam(network.parameters());
        using var x = randn(64, 8);
        using var y = randn(64, 1);
        Train(optimizer, x, y, 1_000);
        var before = Resident();

        Train(optimizer, x, y, 10_000);

        // A step makes some 20 tensors of 8 KB: had one of them a step been kept, there would be 80 MB more.
        Assert.InRange(Resident() - before, long.MinValue, 24 << 20);
    }

    [Fact]
    public void What_is_freed_is_used_again_and_not_mapped_anew()
    {
        using var x = randn(1024, 1024);
        void Work()
        {
            using var scope = NewDisposeScope();
            _ = ((x + 1) * 2).tanh();
        }

        for (var i = 0; i < 20; i++)
        {
            Work();
        }

        var before = Faults();
        for (var i = 0; i < 50; i++)
        {
            Work();
        }

        // Each of the 150 tensors is 1024 pages; other tests' threads and the runtime fault a little too.
        Assert.InRange(Faults() - before, 0, 150 * 1024 / 10);
    }

    private void Train(optim.Optimizer optimizer, Tensor x, Tensor y, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var error = network.call(x) - y;
            var loss = AutogradTests.Product.apply(error, error, "").mean();
            loss.backward();
            _ = optimizer.step();
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static long Faults() =>
        long.Parse(File.ReadAllText("/proc/self/stat").Split(") ")[1].Split(' ')[7], CultureInfo.InvariantCulture);
}
