using Sci.Assimilation;
using Sci.Cases.Reports;
using Sci.Numerics;
using Sci.Solvers;
using static System.Numerics.Tensors.TensorPrimitives;

namespace Sci.Cases;

/// <summary>Puts the figures of an experiment together.</summary>
internal static class JetResult
{
    public static ExperimentResult Of(
        string name, JetSettings settings, JetTruth truth, JetObserved observed, States starts,
        JetFiltered? filtered, JetFound found, JetClimate? climate)
    {
        var missing = JetLibrary.Missing(settings);
        var kept = found.Support.Select(j => found.Names[j]).ToHashSet();
        double Coefficient(string term) =>
            Enumerable.Range(0, found.Names.Count).Where(j => found.Names[j] == term).Sum(j => found.Coefficients[j]);
        var scale = JetLibrary.Scale(settings);
        var left = missing.Sum(t => Math.Pow(t.Value - Coefficient(t.Key), 2))
            + found.Support.Where(j => !missing.ContainsKey(found.Names[j]))
                .Sum(j => found.Coefficients[j] * found.Coefficients[j]);
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.EpsilonBefore] = Math.Sqrt(missing.Values.Sum(c => c * c) / scale),
            [Metric.EpsilonAfter] = Math.Sqrt(left / scale),
            [Metric.CoefficientError] = missing.Select(t => Math.Abs((Coefficient(t.Key) / t.Value) - 1))
                .DefaultIfEmpty(0).Max(),
            [Metric.SupportExact] = kept.SetEquals(missing.Keys) ? 1 : 0,
            [Metric.Samples] = settings.Observations.Pairs,
            [Metric.Noise] = settings.Observations.Noise,
            [Metric.Gap] = settings.Observations.Interval,
            [Metric.RatioObserved] = settings.Observations.Ratio,
            ["unexplained"] = found.Unexplained,
        };
        if (double.IsFinite(found.Excess))
        {
            metrics["excess"] = found.Excess;
        }

        if (settings.Interpolation is not null)
        {
            AddInterpolation(metrics, observed.Sensors, JetFlow.ToStreams(truth.Starts), JetFlow.ToStreams(starts));
        }

        if (filtered is not null && settings.Interpolation is JetLetkfSettings filter)
        {
            metrics[Metric.RmseForecast] = JetFiltered.Typical(filtered.Errors, 0, filter);
            metrics[Metric.RmseAnalysis] = JetFiltered.Typical(filtered.Errors, 2, filter);
            metrics["spread_forecast"] = JetFiltered.Typical(filtered.Spreads, 0, filter);
            metrics[Metric.SpreadAnalysis] = JetFiltered.Typical(filtered.Spreads, 2, filter);
        }

        AddClimate(metrics, climate);
        return new ExperimentResult(
            name,
            0,
            metrics,
            new FoundEquation(settings.WrongJet.On(JetFlow.Grid).ToString(), Text(found),
                IsAuthors(settings) ? "" : Corrected(settings.WrongJet.On(JetFlow.Grid), found).ToString()),
            [.. found.Support.Select(j =>
                new FoundTerm(found.Names[j], found.Coefficients[j], found.KeptDeviations[j]))]);
    }

    /// <summary>The equation with the kept terms; names that are no terms of it (the authors' columns) are passed
    /// over.</summary>
    public static Equation Corrected(Equation imperfect, JetFound found)
    {
        foreach (var j in found.Support)
        {
            var parts = found.Names[j].Split("_t: ");
            if (Term.TryParse(parts[1], out var term, out _) && parts[1] != "y")
            {
                imperfect = imperfect.Plus(parts[0], [new WeightedTerm(found.Coefficients[j], term)]);
            }
        }

        return imperfect;
    }

    /// <summary><c>q1_t += (-0.1000 ± 0.0002) psi1 + …; q2_t += …</c>, without layers where nothing was
    /// found.</summary>
    public static string Text(JetFound found) => string.Join("; ", found.Support
        .GroupBy(j => found.Names[j][..2])
        .Select(layer => $"{layer.Key}_t += " + string.Join(" + ", layer.Select(j =>
            $"({Numbers.Measured(found.Coefficients[j], found.KeptDeviations[j])}) {found.Names[j][6..]}"))));

    /// <summary>A metric in words.</summary>
    public static string Meaning(string metric) => metric switch
    {
        Metric.Samples => "pairs of snapshots",
        Metric.Gap => "time between the snapshots of a pair",
        Metric.SupportExact => "1 if exactly the missing terms were found",
        Metric.RmseForecast => "error of the wrong model's forecasts in the filter, over the fields' deviation",
        Metric.RmseAnalysis => "error of the filter's analyses with the wrong model, likewise",
        "spread_forecast" => "spread of those forecasts, likewise",
        Metric.SpreadAnalysis => "spread of those analyses, likewise",
        "unexplained" => "what is left of the wrong model's misfit, root mean squares",
        "excess" => "misfit over what errors of starts and readings would leave",
        "relative_l2_psi1" => "error of psi1 at the points without sensor",
        "relative_l2_psi2" => "error of psi2 at the points without sensor",
        "relative_l2_lap1" => "error of the Laplacian of psi1, all points",
        "relative_l2_lap2" => "error of the Laplacian of psi2, all points",
        "energy_before" => "eddy kinetic energy of the wrong model over the truth's, upper layer",
        "energy_after" => "the same of the corrected model",
        "wind_before" => "error of the wrong model's mean zonal wind, upper layer, relative",
        "wind_after" => "the same of the corrected model",
        _ => MedidaResult.Meaning(metric),
    };

    private static bool IsAuthors(JetSettings settings) => settings.Discovery is JetAuthorsSettings;

    /// <summary>Relative errors of ψ₁ and ψ₂ at the points without sensor, and of their Laplacians at all
    /// points.</summary>
    public static double[] InterpolationErrors(Sensors sensors, States truth, States made)
    {
        var (exact, rough) = (JetFlow.Laplacians(truth), JetFlow.Laplacians(made));
        return
        [
            .. Enumerable.Range(0, 2).Select(layer =>
                Relative(Gaps(made, sensors, layer), Gaps(truth, sensors, layer))),
            .. Enumerable.Range(0, 2).Select(layer => Relative(Layer(rough, layer), Layer(exact, layer))),
        ];
    }

    private static void AddInterpolation(OrderedDictionary<string, double> metrics, Sensors sensors, States truth,
        States made)
    {
        var errors = InterpolationErrors(sensors, truth, made);
        string[] names = ["relative_l2_psi1", "relative_l2_psi2", "relative_l2_lap1", "relative_l2_lap2"];
        for (var i = 0; i < names.Length; i++)
        {
            metrics[names[i]] = errors[i];
        }
    }

    private static void AddClimate(OrderedDictionary<string, double> metrics, JetClimate? climate)
    {
        if (climate is null)
        {
            return;
        }

        metrics["energy_before"] = climate.Energy[2] / climate.Energy[0];
        metrics["energy_after"] = climate.Energy[4] / climate.Energy[0];
        metrics["wind_before"] = Relative(climate.Wind[2], climate.Wind[0]);
        metrics["wind_after"] = Relative(climate.Wind[4], climate.Wind[0]);
    }

    private static double[] Gaps(States fields, Sensors sensors, int layer) => [.. Enumerable.Range(0, fields.Count)
        .SelectMany(row => sensors.Missing.Select(point => fields[row][(layer * JetFlow.Points) + point]))];

    private static double[] Layer(States fields, int layer) => [.. Enumerable.Range(0, fields.Count)
        .SelectMany(row => fields[row].Slice(layer * JetFlow.Points, JetFlow.Points).ToArray())];

    private static double Relative(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        b.Length == 0 ? 0 : Distance(a, b) / Norm(b);
}
