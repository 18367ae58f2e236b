using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Experiments;

/// <summary>A method of the literature's comparisons, and what it reached there.</summary>
public sealed record Method
{
    /// <summary>As experiments are named: <c>enkf-40</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Number of members.</summary>
    public required int Members { get; init; }

    /// <summary>Makes the cycle for a setting, its members at the start and a stream for what else is drawn.</summary>
    public required Func<Setting, States, RandomSource, ICycle> Cycle { get; init; }

    /// <summary>Root mean square error of the analysis in the literature; null where none is given.</summary>
    public required double? Published { get; init; }

    /// <summary>The same by an independent program, one value a seed.</summary>
    public required double[] Independent { get; init; }

    /// <summary>A filter.</summary>
    public static Method Filter(string name, int members, IAnalysis analysis, double? published, params double[] independent) =>
        Filter(name, members, _ => analysis, published, independent);

    /// <summary>A filter that needs the setting's grid.</summary>
    public static Method Filter(
        string name, int members, Func<IModel, IAnalysis> analysis, double? published,
        params double[] independent) => new()
        {
            Name = name,
            Members = members,
            Cycle = (setting, ensemble, _) =>
                new FilterCycle(setting.Model, analysis(setting.Model), setting.StepsBetween, ensemble),
            Published = published,
            Independent = independent,
        };

    /// <summary>One state and the setting's climatology.</summary>
    public static Method Static(string name, Func<Background, IAnalysis> analysis, double? published, params double[] independent) => new()
    {
        Name = name,
        Members = 1,
        Cycle = (setting, ensemble, random) =>
            new FilterCycle(setting.Model, analysis(setting.Climatology(random)), setting.StepsBetween, ensemble),
        Published = published,
        Independent = independent,
    };

    /// <summary>An iterative smoother.</summary>
    public static Method Iterative(
        string name, int members, int lag, int iterations, double inflation, double? certainty, double? published,
        params double[] independent) => new()
        {
            Name = name,
            Members = members,
            Cycle = (setting, ensemble, _) =>
                new IterativeCycle(
                    setting.Model, setting.StepsBetween, lag, new GaussNewton { Certainty = certainty }, ensemble)
                {
                    Inflation = inflation,
                    Iterations = iterations,
                    Tolerance = 1e-4,
                },
            Published = published,
            Independent = independent,
        };
}
