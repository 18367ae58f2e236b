namespace Sci.Cases;

/// <summary>What a solution does at the ends of its line.</summary>
public enum EndsName
{
    /// <summary>The ends join.</summary>
    Periodic,

    /// <summary>The initial values stay.</summary>
    Fixed,

    /// <summary>The ends join and the solution is odd about the middle.</summary>
    Odd,
}
