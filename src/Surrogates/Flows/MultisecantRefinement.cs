namespace Sci.Surrogates;

/// <summary>
/// Steps of the linear equation, mixed so that the residual is least over all steps so far; no gradient is needed.
/// </summary>
/// <remarks>
/// Anderson (1965), doi:10.1145/321296.321305, as Fang and Saad (2009), doi:10.1002/nla.617, equation 24, have it; all
/// steps are remembered, orthonormal in what they change.
/// </remarks>
public sealed record MultisecantRefinement : IRefinement
{
    /// <inheritdoc/>
    public bool IsScaled => true;

    /// <inheritdoc/>
    public void Minimise(IRefinedLayer layer, Span<double> unknowns, int evaluations)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var (changes, moves) = (new List<double[]>(), new List<double[]>());
        double[] correction = new double[layer.Count], best = unknowns.ToArray();
        double[] change = [], move = [];
        var least = double.PositiveInfinity;
        for (var step = 0; step < evaluations; step++)
        {
            layer.Correction(unknowns, correction);
            var square = Vectors.Dot<double>(correction, correction);
            if (square < least)
            {
                least = square;
                unknowns.CopyTo(best);
            }

            if (step > 0)
            {
                Vectors.Add<double>(change, 1, correction);
                Vectors.Add<double>(move, 1, change);
                Remember(change, move, changes, moves);
            }

            // f and z before the next step, with their signs turned.
            change = Array.ConvertAll(correction, f => -f);
            move = Moved(correction, changes, moves);
            Vectors.Add<double>(unknowns, 1, move);
        }

        best.CopyTo(unknowns);
    }

    // z + f - Σ (q·f) p
    private static double[] Moved(double[] correction, List<double[]> changes, List<double[]> moves)
    {
        var move = (double[])correction.Clone();
        foreach (var (q, p) in changes.Zip(moves))
        {
            Vectors.Add<double>(move, -Vectors.Dot<double>(q, correction), p);
        }

        return move;
    }

    private static void Remember(double[] change, double[] move, List<double[]> changes, List<double[]> moves)
    {
        foreach (var (q, p) in changes.Zip(moves))
        {
            var share = Vectors.Dot<double>(q, change);
            Vectors.Add<double>(change, -share, q);
            Vectors.Add<double>(move, -share, p);
        }

        var norm = Math.Sqrt(Vectors.Dot<double>(change, change));
        if (norm > 0)
        {
            changes.Add(Array.ConvertAll(change, value => value / norm));
            moves.Add(Array.ConvertAll(move, value => value / norm));
        }
    }
}
