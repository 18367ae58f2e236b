using TorchSharp;

namespace Sci.Torch.Tests;

public sealed class TensorTests
{
    [Fact]
    public void Operators_compute_what_their_names_say()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new double[] { 1, 2, 3, 4 }, [2, 2]);
        var b = tensor(new double[] { 0.5, -1, 2, 0.25 }, [2, 2]);

        Assert.Equal([4.5, -0.5, 9.5, -2], a.matmul(b).data<double>().ToArray());
        Assert.Equal([1.5, 1, 5, 4.25], (a + b).data<double>().ToArray());
        Assert.Equal([-0.5, -1.5, -2.5, -3.5], (0.5 - a + (a * 0) + 0).data<double>().ToArray());
        Assert.Equal([2, 1, 2.0 / 3, 0.5], (2 / a).data<double>().ToArray());
        Assert.Equal([5.0, 5.0], einsum("ij,j->i", a, tensor(new double[] { 1, 2 })).data<double>().ToArray().Select(
            (v, i) => v - (i * 6.0)));
        Assert.Equal([3.0, 7.0], a.sum(1).data<double>().ToArray());
    }

    [Fact]
    public void Indices_read_and_write_parts()
    {
        using var scope = NewDisposeScope();
        var a = arange(24, float64).view(2, 3, 4);

        Assert.Equal([13.0, 17.0, 21.0], a[1, .., 1].contiguous().data<double>());
        Assert.Equal([0.0, 2.0], a[0, 0, TensorIndex.Slice(step: 2)].contiguous().data<double>());
        Assert.Equal([3L, 2L], a[TensorIndex.Ellipsis, 0].t().shape);
        a[1, 2, ..] = zeros(4, float64);
        Assert.Equal(276 - 20 - 21 - 22 - 23, a.sum().ToDouble());
        Assert.Equal([4L, 3L], a[0].index_select(0, tensor([2L, 0L, 1L])).t().shape);
        Assert.Equal([8.0, 0.0], a[0, tensor([2L, 0L]), 0].contiguous().data<double>());
    }

    [Fact]
    public void An_error_of_libtorch_comes_with_its_message()
    {
        using var scope = NewDisposeScope();

        var error = Assert.Throws<TorchException>(() => zeros(2, 3).matmul(zeros(2, 3)));

        Assert.Contains("cannot be multiplied (2x3 and 2x3)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_of_the_wrong_size_is_refused_before_it_is_made() =>
        Assert.Contains("6 elements, not 5", Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_scope_disposes_of_what_was_made_in_it_and_of_nothing_else()
    {
        var before = zeros(1);
        Tensor kept, gone;
        using (var scope = NewDisposeScope())
        {
            gone = zeros(1);
            using (NewDisposeScope())
            {
                kept = zeros(1).MoveToOuterDisposeScope();
            }

            Assert.False(kept.IsInvalid);
            Assert.Equal(2, scope.DisposablesCount);
            kept = scope.Detach(kept);
        }

        Assert.Equal((false, true, false), (before.IsInvalid, gone.IsInvalid, kept.IsInvalid));
        Assert.Throws<ObjectDisposedException>(() => gone.sum());
        before.Dispose();
        kept.Dispose();
    }

    [Fact]
    public void A_seed_gives_the_same_numbers_and_a_saved_state_goes_on_from_where_it_was()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var first = randn(5);
        var state = random.get_rng_state();
        var second = randn(5);

        manual_seed(7);
        Assert.True(first.Equals(randn(5)));
        random.set_rng_state(state);
        Assert.True(second.Equals(randn(5)));
    }

    [Fact]
    public void A_real_transform_and_its_inverse_are_the_identity()
    {
        using var scope = NewDisposeScope();
        var x = randn([3, 12], float64);

        var again = fft.irfft(fft.rfft(x), 12);

        Assert.True(x.allclose(again, rtol: 0, atol: 1e-14));
        var mean = fft.rfft(x, norm: FFTNormType.Forward)[TensorIndex.Ellipsis, 0].real;
        Assert.True(mean.allclose(x.mean([1]), rtol: 0, atol: 1e-14));
    }
}
