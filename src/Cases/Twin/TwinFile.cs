using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The stage file of twin experiments: every diagnostic of every run.</summary>
internal static class TwinFile
{
    public static void Write(Hdf5Container file, IReadOnlyList<TwinOutcome> outcomes, TwinSettings settings)
    {
        var first = outcomes[0];
        file.WriteScale<int>("run", [.. Enumerable.Range(0, outcomes.Count)], "1", "number of a run");
        file.WriteScale<double>("time", [.. Enumerable.Range(1, first.AnalysisErrors.Length)
            .Select(i => settings.BurnIn
                + (i * settings.Observations.Every))], "1", "time of an analysis since the first interval began");
        file.WriteScale<int>("rank", [.. Enumerable.Range(0, first.Ranks.Length)], "1", "members below the truth");
        file.WriteScale<int>(
            "nearer", [.. Enumerable.Range(0, first.Nearer.Length)], "1",
            "members nearer to another one than the truth");
        file.WriteScale<int>(
            "value", [.. Enumerable.Range(0, first.Last.Truth.Length)], "1", "number of a value of the state");
        foreach (var (name, meaning, series) in Series)
        {
            Write(file, name, "time", meaning, outcomes.Select(series));
        }

        if (first.SmoothedErrors.Length > 0)
        {
            file.WriteScale<int>(
                "smoothed", [.. Enumerable.Range(0, first.SmoothedErrors.Length)], "1", "number of a smoothed time");
            Write(file, "smoothed_error", "smoothed", "root mean square error of the smoothed mean", outcomes.Select(
                o => o.SmoothedErrors));
        }

        file.WriteField<long>(
            "ranks", [.. outcomes.SelectMany(o => o.Ranks)], ["run", "rank"], "1",
            "times that the truth had a rank in the analysis");
        file.WriteField<long>(
            "nearer_counts", [.. outcomes.SelectMany(o => o.Nearer)], ["run", "nearer"], "1",
            "times that so many members were nearer");
        Write(file, "last_truth", "value", "truth at the last time", outcomes.Select(o => o.Last.Truth));
        Write(file, "last_mean", "value", "mean of the analysis at the last time", outcomes.Select(o => o.Last.Mean));
        Write(file, "last_deviation", "value", "deviation of the members at the last time", outcomes.Select(
            o => o.Last.Deviation));
        foreach (var (name, meaning, figure) in Figures)
        {
            file.WriteField<double>(name, [.. outcomes.Select(figure)], ["run"], "1", meaning);
        }

        MemberLooks.Of(outcomes.Select(outcome => outcome.Looks)).Write(file);
    }

    public static IReadOnlyList<TwinOutcome> Read(Hdf5Container file)
    {
        var runs = file.Read<int>("run").Length;
        var series = Series.Select(each => each.Name).Concat(["last_truth", "last_mean", "last_deviation"])
            .ToDictionary(name => name, name => Rows(file.Read<double>(name), runs));
        var smoothed = file.Contains("smoothed_error")
            ? Rows(file.Read<double>("smoothed_error"), runs) : [.. Enumerable.Repeat<double[]>([], runs)];
        var (ranks, nearer) = (Rows(file.Read<long>("ranks"), runs), Rows(file.Read<long>("nearer_counts"), runs));
        var figures = Figures.ToDictionary(each => each.Name, each => file.Read<double>(each.Name));
        var looks = MemberLooks.Read(file).All.ToLookup(each => each.Run);
        return [.. Enumerable.Range(0, runs).Select(run => new TwinOutcome
        {
            ForecastErrors = series["forecast_error"][run],
            AnalysisErrors = series["analysis_error"][run],
            ForecastSpreads = series["forecast_spread"][run],
            AnalysisSpreads = series["analysis_spread"][run],
            ForecastScores = series["forecast_crps"][run],
            AnalysisScores = series["analysis_crps"][run],
            SmoothedErrors = smoothed[run],
            Ranks = ranks[run],
            Nearer = nearer[run],
            Reduced = (figures["rcrv_mean"][run], figures["rcrv_deviation"][run]),
            Innovations = (figures["chi_square"][run], figures["desroziers_observation"][run], figures["desroziers_forecast"][run]),
            Parameter = (figures["parameter_mean"][run], figures["parameter_deviation"][run]),
            Looks = new MemberLooks([.. looks[run].Select(each => (0, each.Look))]),
            Last = (series["last_truth"][run], series["last_mean"][run], series["last_deviation"][run]),
        })];
    }

    private static (string Name, string Meaning, Func<TwinOutcome, double[]> Of)[] Series { get; } =
    [
        ("forecast_error", "root mean square error of the forecast's mean", o => o.ForecastErrors),
        ("analysis_error", "root mean square error of the analysis's mean", o => o.AnalysisErrors),
        ("forecast_spread", "root mean variance of the members, forecast", o => o.ForecastSpreads),
        ("analysis_spread", "root mean variance of the members, analysis", o => o.AnalysisSpreads),
        ("forecast_crps", "continuous ranked probability score of the forecast", o => o.ForecastScores),
        ("analysis_crps", "continuous ranked probability score of the analysis", o => o.AnalysisScores),
    ];

    private static (string Name, string Meaning, Func<TwinOutcome, double> Of)[] Figures { get; } =
    [
        ("rcrv_mean", "mean of the reduced centred random variable of the analysis", o => o.Reduced.Mean),
        ("rcrv_deviation", "deviation of the reduced centred random variable of the analysis", o => o.Reduced.Deviation),
        ("chi_square", "chi square of the innovations over their number", o => o.Innovations.ChiSquare),
        ("desroziers_observation", "error variance that the innovations show over the assumed one", o => o.Innovations.Observation),
        ("desroziers_forecast", "forecast variance that the innovations show over the ensemble's", o => o.Innovations.Forecast),
        ("parameter_mean", "estimate of the model's parameter at the last time", o => o.Parameter.Mean),
        ("parameter_deviation", "deviation of the members' estimates of it", o => o.Parameter.Deviation),
    ];

    private static void Write(
        Hdf5Container file, string name, string scale, string meaning, IEnumerable<double[]> rows) =>
        file.WriteField<double>(name, [.. rows.SelectMany(row => row)], ["run", scale], "1", meaning);

    private static T[][] Rows<T>(T[] values, int runs) => [.. values.Chunk(values.Length / runs)];
}
