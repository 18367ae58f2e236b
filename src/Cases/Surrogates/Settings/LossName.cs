namespace Sci.Cases;

/// <summary>What training makes small.</summary>
public enum LossName
{
    /// <summary>Mean over the samples of the error's 2-norm over the target's.</summary>
    RelativeL2,

    /// <summary>Mean of all squared differences.</summary>
    MeanSquare,
}
