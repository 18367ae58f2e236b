namespace Sci.Cases;

/// <summary>Which state the authors' library is evaluated at.</summary>
public enum JetLibraryTime
{
    /// <summary>The model's forecast: their program overwrites its arguments.</summary>
    Forecast,

    /// <summary>The state that the step starts from.</summary>
    Start,
}
