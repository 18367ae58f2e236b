namespace Sci.Cases;

/// <summary>What an experiment found.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Seconds">Wall time; 0 where it is not kept.</param>
/// <param name="Metrics">Figures by name (<see cref="Metric"/>), in the order to show them.</param>
/// <param name="Equation">The model before and after.</param>
/// <param name="Terms">The discovered terms.</param>
public sealed record ExperimentResult(
    string Name,
    double Seconds,
    IReadOnlyDictionary<string, double> Metrics,
    FoundEquation Equation,
    IReadOnlyList<FoundTerm> Terms)
{
    /// <summary>The same with one figure added or replaced.</summary>
    public ExperimentResult With(string metric, double value)
    {
        var metrics = new OrderedDictionary<string, double>(Metrics) { [metric] = value };
        return this with { Metrics = metrics };
    }
}
