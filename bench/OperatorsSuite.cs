using Sci.Surrogates;
using Sci.Surrogates.Tests;
using TorchSharp;
using static TorchSharp.torch;

namespace Sci.Bench;

/// <summary>
/// Training steps of operators beside the same networks in libtorch's own operations, Adam among them.
/// </summary>
internal static class OperatorsSuite
{
    private static readonly FourierOperatorSettings Settings = new()
    {
        Dimensions = 1, Inputs = 1, Outputs = 1, Width = 64, Modes = 16, Layers = 4, Projection = 128, Positions = true,
    };

    /// <summary>On the processor, one thread each.</summary>
    public static IEnumerable<Row> Run()
    {
        set_num_threads(1);
        yield return Train("fno1d-train", 256, CPU);
        yield return Train("fno1d-train-1024", 1024, CPU);
        yield return Infer("fno1d-infer", 256, CPU);
    }

    /// <summary>The same on a graphics processor: processor time until its work is done.</summary>
    public static IEnumerable<Row> Gpu()
    {
        if (!cuda.is_available())
        {
            throw new InvalidOperationException("There is no graphics processor here, or this libtorch was built without CUDA; name another in LIBTORCH.");
        }

        yield return Train("fno1d-train-gpu", 256, CUDA);
        yield return Infer("fno1d-infer-gpu", 256, CUDA);
    }

    private static Row Train(string work, int points, Device device)
    {
        manual_seed(1);
        using var ours = new FourierOperator(Settings).to(device);
        using var stock = new StockFourierOperator(64, 16, 4, 128).to(device);
        using var u = randn([20, points, 1]).to(device);
        using var v = randn([20, points, 1]).to(device);
        using var adam = optim.Adam(ours.parameters());
        var stockAdam = new StockAdam([.. stock.parameters()], 1e-3);
        return Turns.Measure(
            work, () => Step(ours, u, v, () => adam.step()), () => Step(stock, u, v, stockAdam.Step), 1);
    }

    private static Row Infer(string work, int points, Device device)
    {
        using var ours = new FourierOperator(Settings).to(device);
        using var stock = new StockFourierOperator(64, 16, 4, 128).to(device);
        using var u = randn([20, points, 1]).to(device);
        void Pass(nn.Module<Tensor, Tensor> network)
        {
            using var recording = no_grad();
            using var scope = NewDisposeScope();
            _ = network.call(u).sum().item<float>();
        }

        return Turns.Measure(work, () => Pass(ours), () => Pass(stock), 20);
    }

    private static void Step(nn.Module<Tensor, Tensor> network, Tensor u, Tensor v, Action step)
    {
        using var scope = NewDisposeScope();
        network.zero_grad();
        var loss = Losses.RelativeL2(network.call(u), v);
        loss.backward();
        step();
        _ = loss.item<float>();
    }
}
