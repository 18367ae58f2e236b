namespace Sci.Cases;

/// <summary>How points are chosen.</summary>
public enum SamplingName
{
    /// <summary>Latin hypercubes.</summary>
    Uniform,

    /// <summary>In proportion to the residual (RAD).</summary>
    Residual,

    /// <summary>From a density trained against the network (AAS).</summary>
    Adversarial,
}
