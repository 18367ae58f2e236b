namespace Sci.Cases;

/// <summary>Which state a library is evaluated on.</summary>
public enum LibraryTime
{
    /// <summary>The analysis, at the end of the interval.</summary>
    Analysis,

    /// <summary>The mean of the states at both ends of the interval: second order in it.</summary>
    Midpoint,
}
