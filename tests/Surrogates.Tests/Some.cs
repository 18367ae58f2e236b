using Sci.Numerics;

namespace Sci.Surrogates.Tests;

/// <summary>Networks, points and checks that several tests use.</summary>
internal static class Some
{
    public static JetModel Model(JetLayout layout, params JetNetwork[] networks) => new(
        layout, new Embedding(layout.Coordinates, z => z), networks, []);

    public static double[] Points(int count, int dimension)
    {
        var random = new RandomSource(7)["points"];
        return [.. Enumerable.Range(0, count * dimension).Select(_ => (2 * random.Uniform()) - 1)];
    }

    /// <summary>Moves what initialisation leaves at zero.</summary>
    public static void Jitter(double[] parameters)
    {
        var random = new RandomSource(8)["jitter"];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] += 0.1 * random.Normal();
        }
    }

    /// <summary>The same network written with Taylor arithmetic.</summary>
    public static Jet[] Network(JetLayout layout, int[] sizes, ReadOnlySpan<double> parameters, ReadOnlySpan<double> z)
    {
        var values = new Jet[z.Length];
        for (var d = 0; d < z.Length; d++)
        {
            values[d] = Jet.Coordinate(layout, d, z[d]);
        }

        return Network(layout, sizes, parameters, values);
    }

    public static Jet[] Network(JetLayout layout, int[] sizes, ReadOnlySpan<double> parameters, Jet[] values)
    {
        for (var layer = 0; layer + 1 < sizes.Length; layer++)
        {
            var next = new Jet[sizes[layer + 1]];
            for (var j = 0; j < next.Length; j++)
            {
                next[j] = Jet.Constant(layout, parameters[(next.Length * sizes[layer]) + j]);
                for (var i = 0; i < sizes[layer]; i++)
                {
                    next[j] += parameters[(j * sizes[layer]) + i] * values[i];
                }

                next[j] = layer + 2 < sizes.Length ? Jet.Tanh(next[j]) : next[j];
            }

            parameters = parameters[(next.Length * (sizes[layer] + 1))..];
            values = next;
        }

        return values;
    }

    /// <summary>
    /// Largest difference between the gradient and central differences of fourth order, over the gradient's norm.
    /// </summary>
    public static double GradientError(IObjective<double> objective, double[] parameters, int every)
    {
        const double Step = 1e-3;
        var (gradient, unused) = (new double[objective.Count], new double[objective.Count]);
        objective.Evaluate(parameters, gradient);
        var (worst, norm) = (0.0, Math.Sqrt(gradient.Sum(g => g * g)));
        for (var i = 0; i < parameters.Length; i += every)
        {
            var at = i;
            double Value(double shift)
            {
                var moved = (double[])parameters.Clone();
                moved[at] += shift;
                return objective.Evaluate(moved, unused);
            }

            var difference = ((8 * (Value(Step) - Value(-Step))) - Value(2 * Step) + Value(-2 * Step)) / (12 * Step);
            worst = Math.Max(worst, Math.Abs(difference - gradient[i]) / norm);
        }

        return worst;
    }
}
