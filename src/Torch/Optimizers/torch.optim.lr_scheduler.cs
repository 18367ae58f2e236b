namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Rates that change from step to step; each is a closed form of the number of steps.</summary>
        public static class lr_scheduler
        {
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda) =>
                new(optimizer, lr_lambda);

            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1) =>
                new(optimizer, step => Math.Pow(gamma, step / step_size));

            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1) =>
                new(optimizer, step => Math.Pow(gamma, step));

            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0) => new(
                optimizer,
                (step, rate) => eta_min + ((rate - eta_min) * (1 + Math.Cos(Math.PI * step / T_max)) / 2));

            /// <summary>
            /// Smith and Topin (2019), arXiv:1708.07120: up to max_lr by a cosine, then far below the start.
            /// </summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer,
                double max_lr,
                int total_steps,
                double pct_start = 0.3,
                double div_factor = 25,
                double final_div_factor = 1e4)
            {
                var (peak, start) = ((pct_start * total_steps) - 1, max_lr / div_factor);
                return new(optimizer, (step, _) => step <= peak
                    ? Cosine(start, max_lr, step / peak)
                    : Cosine(max_lr, start / final_div_factor, (step - peak) / (total_steps - 1 - peak)));
            }

            private static double Cosine(double from, double to, double part) =>
                to + ((from - to) * (1 + Math.Cos(Math.PI * part)) / 2);

            /// <summary>Sets the rate at once, and anew at every step.</summary>
            public sealed class LRScheduler
            {
                private readonly Optimizer optimizer;
                private readonly Func<int, double, double> rate;
                private int steps = -1;

                internal LRScheduler(Optimizer optimizer, Func<int, double> factor)
                    : this(optimizer, (step, initial) => initial * factor(step))
                {
                }

                internal LRScheduler(Optimizer optimizer, Func<int, double, double> rate)
                {
                    (this.optimizer, this.rate) = (optimizer, rate);
                    step();
                }

                public void step()
                {
                    steps++;
                    foreach (var group in optimizer.ParamGroups)
                    {
                        group.LearningRate = rate(steps, group.InitialLearningRate);
                    }
                }

                public IEnumerable<double> get_last_lr() => optimizer.ParamGroups.Select(group => group.LearningRate);
            }
        }
    }
}
