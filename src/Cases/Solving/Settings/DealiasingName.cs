namespace Sci.Cases;

/// <summary>How products of fields are kept from folding onto resolved modes.</summary>
public enum DealiasingName
{
    /// <summary>Not at all: for spectra that end before the grid does.</summary>
    None,

    /// <summary>By leaving out modes above two thirds.</summary>
    TwoThirds,

    /// <summary>By products on 3/2 times the points.</summary>
    ThreeHalves,
}
