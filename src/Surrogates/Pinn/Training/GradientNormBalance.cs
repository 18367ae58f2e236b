namespace Sci.Surrogates;

/// <summary>Weights inversely to the norms of the losses' gradients, so that no loss drowns the others.</summary>
/// <param name="Memory">Share of the old weight kept at each update.</param>
/// <remarks>
/// Wang, Teng and Perdikaris (2021), doi:10.1137/20M1318043, as in Wang et al. (2023), arXiv:2308.08468, equation 3.5.
/// </remarks>
public sealed record GradientNormBalance(double Memory) : ILossBalance
{
    /// <inheritdoc/>
    public void Update(PinnLoss<double> loss, ReadOnlySpan<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var gradient = new double[loss.Count];
        var norms = new double[loss.Terms.Count];
        for (var t = 0; t < norms.Length; t++)
        {
            loss.EvaluateTerm(t, parameters, gradient);
            norms[t] = Math.Sqrt(Vectors.Dot<double>(gradient, gradient)) / loss.Terms[t].Weight;
        }

        for (var t = 0; t < norms.Length; t++)
        {
            var wanted = norms.Sum() / (norms.Length * Math.Max(norms[t], 1e-300));
            loss.Terms[t].Weight = (Memory * loss.Terms[t].Weight) + ((1 - Memory) * wanted);
        }
    }
}
