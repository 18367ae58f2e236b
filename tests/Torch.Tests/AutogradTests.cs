using TorchSharp;

namespace Sci.Torch.Tests;

public sealed class AutogradTests
{
    [Fact]
    public void The_gradient_of_a_network_with_a_transform_agrees_with_central_differences()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var x = randn([2, 8], float64, requires_grad: true);
        Tensor Loss(Tensor at) => (fft.irfft(fft.rfft(at.tanh()) * 0.5, 8) * at).square().sum();

        var gradient = autograd.grad([Loss(x)], [x])[0].data<double>().ToArray();

        // Rounding leaves 1e-16/h and truncation h²: h = 1e-5 gives about 1e-10.
        const double H = 1e-5;
        using var recording = no_grad();
        for (var i = 0; i < 16; i++)
        {
            var step = zeros([2, 8], float64);
            step[i / 8, i % 8] = tensor(H);
            Assert.Equal((Loss(x + step) - Loss(x - step)).ToDouble() / (2 * H), gradient[i], 1e-8);
        }
    }

    [Fact]
    public void Derivatives_of_derivatives_are_exact()
    {
        using var scope = NewDisposeScope();
        var x = linspace(-1, 1, 5, float64).requires_grad_();

        var u = x.sin();
        for (var order = 0; order < 4; order++)
        {
            u = autograd.grad([u.sum()], [x], create_graph: true)[0];
        }

        Assert.True(u.allclose(x.sin(), rtol: 0, atol: 1e-15));
    }

    [Fact]
    public void A_function_with_a_gradient_by_hand_takes_its_place_in_the_graph_and_leaves_with_it()
    {
        var before = autograd.Node.Count;
        using (NewDisposeScope())
        {
            var x = tensor([1.0, 2.0], requires_grad: true);
            var y = tensor([3.0, 4.0], requires_grad: true);

            var product = Product.apply(x, y, "by hand");
            (product * product).sum().backward();

            Assert.Equal([18.0, 64.0], x.grad!.data<double>());
            Assert.Equal([6.0, 32.0], y.grad!.data<double>());
            Assert.False(Product.apply(x.detach(), y.detach(), "").requires_grad);
        }

        Assert.Equal(before, autograd.Node.Count);
    }

    [Fact]
    public void An_error_in_a_gradient_by_hand_arrives_where_backward_was_called()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1.0], requires_grad: true);
        var y = tensor([1.0], requires_grad: true);

        var error = Assert.Throws<TorchException>(() => Product.apply(x, y, "fails").sum().backward());

        Assert.Contains("as it was asked to", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_by_hand_refuses_to_be_differentiated_again()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1.0], requires_grad: true);

        Assert.Throws<TorchException>(() => autograd.grad([Product.apply(x, x, "").sum()], [x], create_graph: true));
    }

    internal sealed class Product : autograd.SingleTensorFunction<Product>
    {
        public override string Name => "product";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (x, y) = ((Tensor)vars[0], (Tensor)vars[1]);
            ctx.save_for_backward([x, y]);
            ctx.save_data("how", vars[2]);
            return x * y;
        }

        public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            if ((string)ctx.get_data("how") == "fails")
            {
                throw new InvalidOperationException("it failed as it was asked to");
            }

            var saved = ctx.get_saved_variables();
            return [grad_output * saved[1], grad_output * saved[0], null];
        }
    }
}
