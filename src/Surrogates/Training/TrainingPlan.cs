namespace Sci.Surrogates;

/// <summary>How a network is trained.</summary>
public sealed record TrainingPlan
{
    /// <summary>How often every sample is seen.</summary>
    public required int Epochs { get; init; }

    /// <summary>Samples a step; the rest of an epoch that does not fill a batch makes a smaller one.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The highest learning rate of Adam.</summary>
    public required double LearningRate { get; init; }

    /// <summary>How the rate changes.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Seed of the order of samples.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Weight decay apart from the gradient (AdamW).</summary>
    public double WeightDecay { get; init; }

    /// <summary>Largest common 2-norm of the gradients; larger ones are scaled down.</summary>
    public double? Clip { get; init; }

    /// <summary>By what samples are moved each time they are seen; none leaves them.</summary>
    public ISymmetries? Symmetries { get; init; }

    /// <summary>
    /// Epochs without a better validation error after which training ends, at the best parameters; none trains to the
    /// end and keeps the last.
    /// </summary>
    public int? Patience { get; init; }

    /// <summary>Epochs from one validation to the next.</summary>
    public int ValidateEvery { get; init; } = 1;
}
