using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks and their parts.</summary>
    public static partial class nn
    {
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        public static Linear Linear(
            long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        public static Convolution Conv1d(
            long in_channels,
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true) =>
            new(1, in_channels, out_channels, kernel_size, stride, padding, dilation, padding_mode, groups, bias);

        public static Convolution Conv2d(
            long in_channels,
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true) =>
            new(2, in_channels, out_channels, kernel_size, stride, padding, dilation, padding_mode, groups, bias);

        public static Activation GELU() => new(nameof(GELU), functional.gelu);

        public static Activation Tanh() => new(nameof(Tanh), functional.tanh);

        public static Activation ReLU() => new(nameof(ReLU), functional.relu);

        public static Activation SiLU() => new(nameof(SiLU), functional.silu);

        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

        /// <summary>The same as functions.</summary>
        public static class functional
        {
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Operator.One("linear", input, weights, bias);

            public static Tensor gelu(Tensor x) => Operator.One("gelu", x);

            public static Tensor tanh(Tensor x) => x.tanh();

            public static Tensor relu(Tensor x) => x.relu();

            public static Tensor silu(Tensor x) => Operator.One("silu", x);

            public static Tensor softplus(Tensor x) => Operator.One("softplus", x);

            public static Tensor mse_loss(Tensor input, Tensor target) => Operator.One("mse_loss", input, target);

            public static Tensor avg_pool1d(Tensor input, long kernel_size) =>
                Operator.One("avg_pool1d", input, new[] { kernel_size });

            public static Tensor avg_pool2d(Tensor input, long kernel_size) =>
                Operator.One("avg_pool2d", input, new[] { kernel_size, kernel_size });

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Operator.One("group_norm", input, num_groups, weight, bias, eps);

            // The last dimension's two sides first, as everywhere in torch.
            public static Tensor pad(
                Tensor input, long[] padding, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(padding);
                return mode switch
                {
                    PaddingModes.Constant or PaddingModes.Zeros =>
                        Operator.One("constant_pad_nd", input, padding, value),
                    PaddingModes.Circular => Wrap(input, padding),
                    PaddingModes.Reflect => Operator.One($"reflection_pad{padding.Length / 2}d", input, padding),
                    _ => Operator.One($"replication_pad{padding.Length / 2}d", input, padding),
                };
            }

            private static Tensor Wrap(Tensor input, long[] padding)
            {
                for (var i = 0; i < padding.Length; i += 2)
                {
                    var dimension = input.ndim - 1 - (i / 2);
                    var size = input.shape[dimension];
                    input = cat(
                        [input.narrow(dimension, size - padding[i], padding[i]), input, input.narrow(
                            dimension, 0, padding[i + 1])],
                        dimension);
                }

                return input;
            }
        }

        /// <summary>Starting values, set in place.</summary>
        public static class init
        {
            public static Tensor zeros_(Tensor tensor) => Silently(() => tensor.zero_());

            public static Tensor ones_(Tensor tensor) => Silently(() => tensor.fill_(1));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1) =>
                Silently(() => tensor.uniform_(low, high));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1) =>
                Silently(() => tensor.normal_(mean, std));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = gain * Math.Sqrt(6.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var shape = tensor.shape;
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            // The default of linear and convolution layers: Kaiming's uniform with a = √5, which is ±1/√fan-in.
            internal static void uniform_fan(Tensor weight, Tensor? bias, long inputs)
            {
                var bound = 1 / Math.Sqrt(inputs);
                _ = uniform_(weight, -bound, bound);
                _ = bias is null ? null : uniform_(bias, -bound, bound);
            }

            private static Tensor Silently(Func<Tensor> change)
            {
                using var recording = no_grad();
                return change();
            }
        }

        /// <summary>What is done to all gradients before a step.</summary>
        public static class utils
        {
            /// <summary>
            /// Scales the gradients so that their common 2-norm is at most <paramref name="max_norm"/>; returns what it
            /// was.
            /// </summary>
            public static double clip_grad_norm_(IEnumerable<Tensor> tensors, double max_norm)
            {
                using var recording = no_grad();
                using var scope = NewDisposeScope();
                Tensor[] gradients = [.. tensors.Select(tensor => tensor.grad).OfType<Tensor>()];
                var norm = Math.Sqrt(gradients.Sum(gradient => Math.Pow(gradient.norm().ToDouble(), 2)));
                var factor = max_norm / (norm + 1e-6);
                foreach (var gradient in gradients.Where(_ => factor < 1))
                {
                    _ = gradient.mul_(factor);
                }

                return norm;
            }
        }
    }
}
