namespace Sci.Cases;

/// <summary>What stage 4 keeps: candidates by name, what was found of them, and how well that explains the
/// misfit.</summary>
/// <param name="Names">All candidates, layer after layer.</param>
/// <param name="Everything">Coefficients of the whole library.</param>
/// <param name="Deviations">Their standard deviations; zero where the method has none.</param>
/// <param name="Coefficients">Of the kept candidates; zero elsewhere.</param>
/// <param name="KeptDeviations">Their standard deviations.</param>
/// <param name="Dropped">Candidates in the order in which elimination would drop them.</param>
/// <param name="Costs">χ² that each drop costs.</param>
/// <param name="Unexplained">‖residual‖/‖misfit of the wrong model‖.</param>
/// <param name="Misfit">Root mean square of the residual over the fields' sizes.</param>
/// <param name="ExpectedMisfit">What errors of the starts and of the readings alone would leave, where it is known;
/// else NaN.</param>
/// <param name="Settled">Whether the method settled.</param>
public sealed record JetFound(
    IReadOnlyList<string> Names,
    IReadOnlyList<double> Everything,
    IReadOnlyList<double> Deviations,
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> KeptDeviations,
    IReadOnlyList<int> Dropped,
    IReadOnlyList<double> Costs,
    double Unexplained,
    double Misfit,
    double ExpectedMisfit,
    bool Settled)
{
    /// <summary>Numbers of the kept candidates.</summary>
    public IEnumerable<int> Support => Enumerable.Range(0, Names.Count).Where(j => Coefficients[j] != 0);

    /// <summary>Residual over what is expected of it, in root mean square; NaN where that is not known.</summary>
    public double Excess => Misfit / ExpectedMisfit;
}
