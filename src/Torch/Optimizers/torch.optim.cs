using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static Adam Adam(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0) =>
            new(parameters, lr, (beta1, beta2), eps, weight_decay, decoupled: false);

        public static Adam AdamW(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 1e-2) =>
            new(parameters, lr, (beta1, beta2), eps, weight_decay, decoupled: true);

        public static SGD SGD(
            IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double weight_decay = 0,
            bool nesterov = false) =>
            new(parameters, learningRate, momentum, weight_decay, nesterov);

        public static LBFGS LBFGS(
            IEnumerable<Parameter> parameters,
            double lr = 1,
            long max_iter = 20,
            double tolerange_grad = 1e-5,
            double tolerance_change = 1e-9,
            long history_size = 100) =>
            new(parameters, lr, max_iter, tolerange_grad, tolerance_change, history_size);
    }
}
