namespace Sci.Solvers;

/// <summary>
/// Weights of the exponential multistep methods: ∫₀¹ exp((1-θ)z) ℓᵢ(θ) dθ for the Lagrange polynomials of given nodes.
/// </summary>
/// <remarks>Nørsett (1969); Hochbruck and Ostermann (2010), section 4. For z = 0 the Adams methods.</remarks>
internal static class Lagrange
{
    /// <summary>φ₁(z) to φₙ(z), from which <see cref="Weights"/> for n nodes or fewer are made.</summary>
    public static Dual[] Phis(Dual z, int count) => [.. Enumerable.Range(1, count).Select(k => Phi.Of(k, z))];

    /// <summary>One weight a node; θ = 0 is the current time and θ = 1 the next.</summary>
    public static Dual[] Weights(ReadOnlySpan<Dual> phis, ReadOnlySpan<int> nodes)
    {
        var weights = new Dual[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var polynomial = Polynomial(nodes, i);
            for (var m = 0; m < polynomial.Length; m++)
            {
                weights[i] += polynomial[m] * Phi.Factorial(m) * phis[m];
            }
        }

        return weights;
    }

    // Coefficients of ℓᵢ, constant first.
    private static double[] Polynomial(ReadOnlySpan<int> nodes, int i)
    {
        var polynomial = new double[nodes.Length];
        polynomial[0] = 1;
        var degree = 0;
        for (var j = 0; j < nodes.Length; j++)
        {
            if (j == i)
            {
                continue;
            }

            double scale = 1.0 / (nodes[i] - nodes[j]);
            for (var m = ++degree; m >= 0; m--)
            {
                polynomial[m] = scale * ((m > 0 ? polynomial[m - 1] : 0) - (nodes[j] * polynomial[m]));
            }
        }

        return polynomial;
    }
}
