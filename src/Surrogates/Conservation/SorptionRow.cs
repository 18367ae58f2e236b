namespace Sci.Surrogates;

/// <summary>What holds at a point of a <see cref="SorptionPoint"/>.</summary>
public enum SorptionRow
{
    /// <summary>The equation.</summary>
    Equation,

    /// <summary>A given value: initial, or at the left end.</summary>
    Given,

    /// <summary>The condition at the right end.</summary>
    RightEnd,
}
