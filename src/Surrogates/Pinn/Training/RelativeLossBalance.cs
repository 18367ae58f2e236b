using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Weights by the softmax of how much each loss has fallen, now and then looked back to the beginning: ReLoBRaLo.
/// </summary>
/// <remarks>
/// Bischof and Kraus (2021), arXiv:2110.09813, equations 11 and 12: memory α, look-back with probability 1 - E[ρ],
/// temperature.
/// </remarks>
/// <param name="memory">Share α of the old weight kept.</param>
/// <param name="lookBack">Probability of measuring the fall from the beginning instead of from the last update.</param>
/// <param name="temperature">Of the softmax: small ones favour the loss that fell least.</param>
/// <param name="random">Where the look-backs are drawn.</param>
public sealed class RelativeLossBalance(double memory, double lookBack, double temperature, RandomSource random)
    : ILossBalance
{
    private double[]? first;
    private double[]? last;

    /// <inheritdoc/>
    public void Update(PinnLoss<double> loss, ReadOnlySpan<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(loss);
        loss.Evaluate(parameters, new double[loss.Count]);
        double[] now = [.. loss.Losses];
        (first, last) = (first ?? now, last ?? now);
        var (recent, overall) = (Softmax(now, last), Softmax(now, first));
        var looksBack = random.Uniform() < lookBack;
        for (var t = 0; t < now.Length; t++)
        {
            var kept = looksBack ? overall[t] : loss.Terms[t].Weight;
            loss.Terms[t].Weight = (memory * kept) + ((1 - memory) * recent[t]);
        }

        last = now;
    }

    // Times the number of losses, so that equal falls give weights of 1.
    private double[] Softmax(double[] now, double[] then)
    {
        double[] ratios = [.. now.Zip(then, (a, b) => a / (temperature * Math.Max(b, 1e-300)))];
        var most = ratios.Max();
        double[] powers = [.. ratios.Select(ratio => Math.Exp(ratio - most))];
        return [.. powers.Select(power => now.Length * power / powers.Sum())];
    }
}
