namespace Sci.Surrogates;

/// <summary>How the learning rate changes: a closed form of how much of the training is done.</summary>
public abstract record Schedule
{
    /// <summary>
    /// What the highest rate is multiplied by before a step, given the part of all steps taken, in [0, 1).
    /// </summary>
    public abstract double Factor(double done);
}
