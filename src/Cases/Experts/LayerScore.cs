namespace Sci.Cases;

/// <summary>How one way of solving did, over all tests.</summary>
/// <param name="Errors">Relative L2 error of each test.</param>
/// <param name="Work">
/// Multiplications for all normal equations and their factorisations: what one processor does.
/// </param>
/// <param name="Longest">The same with a processor for each expert; the factorisation is for one.</param>
internal sealed record LayerScore(double[] Errors, double Work, double Longest)
{
    /// <summary>Mean error.</summary>
    public double Error => Errors.Average();

    /// <summary>With the work of one more solution.</summary>
    public LayerScore Add(IReadOnlyList<ExpertsPart> parts, int evaluations)
    {
        var factor = Math.Pow(parts.Sum(part => part.Basis.Count), 3) / 3;
        return this with
        {
            Work = Work + (evaluations * (parts.Sum(part => part.Work) + factor)),
            Longest = Longest + (evaluations * (parts.Max(part => part.Work) + factor)),
        };
    }
}
