namespace Sci.Cases;

/// <summary>The names of figures; values are plain fractions, SI or model units.</summary>
public static class Metric
{
    /// <summary>Normalised distance of the model's coefficients from the truth's (the papers' ε).</summary>
    public const string EpsilonBefore = "epsilon_before";

    /// <summary>The same for the corrected model.</summary>
    public const string EpsilonAfter = "epsilon_after";

    /// <summary>Largest relative error over the true terms.</summary>
    public const string CoefficientError = "coefficient_error";

    /// <summary>1 where exactly the true terms were found, else 0.</summary>
    public const string SupportExact = "support_exact";

    /// <summary>Rows of the regression.</summary>
    public const string Samples = "samples";

    /// <summary>Standard deviation of the noise over that of the signal.</summary>
    public const string Noise = "noise";

    /// <summary>Time between the two observations of a pair, in model units.</summary>
    public const string Gap = "gap";

    /// <summary>Observed values over the size of the state.</summary>
    public const string RatioObserved = "ratio_observed";

    /// <summary>Processor time of the experiment, in seconds.</summary>
    public const string CpuSeconds = "cpu_seconds";

    /// <summary>Root-mean-square error of the filter's forecasts.</summary>
    public const string RmseForecast = "rmse_forecast";

    /// <summary>Root-mean-square error of the analyses.</summary>
    public const string RmseAnalysis = "rmse_analysis";

    /// <summary>Root-mean-square spread of the analysis ensembles.</summary>
    public const string SpreadAnalysis = "spread_analysis";

    /// <summary>Relative error in the L2 norm.</summary>
    public const string RelativeL2 = "relative_l2";

    /// <summary>Relative drift of what the equation conserves.</summary>
    public const string ConservationError = "conservation_error";

    /// <summary>Time for which the wrong model's forecasts hold, in Lyapunov times.</summary>
    public const string ValidTimeBefore = "valid_time_before";

    /// <summary>The same for the corrected model.</summary>
    public const string ValidTimeAfter = "valid_time_after";

    /// <summary>Time of one step of one state, in microseconds; what it is a step of may follow.</summary>
    public const string Microseconds = "microseconds";

    /// <summary>Whether a figure is a time of the machine's, which differs from run to run.</summary>
    internal static bool IsTime(string name) =>
        name == CpuSeconds || name.StartsWith(Microseconds, StringComparison.Ordinal);
}
