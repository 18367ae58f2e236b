namespace Sci.Cases;

/// <summary>What a measurement of the order halves.</summary>
public enum Refinement
{
    /// <summary>The time step.</summary>
    Time,

    /// <summary>The spacing of the points.</summary>
    Space,
}
