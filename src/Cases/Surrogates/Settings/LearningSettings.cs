using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>How a network learns: Adam on mini-batches.</summary>
public sealed record LearningSettings
{
    /// <summary>How often every pair is seen.</summary>
    [AtLeast(1)]
    public required int Epochs { get; init; }

    /// <summary>Pairs a step.</summary>
    [AtLeast(1)]
    public required int BatchSize { get; init; }

    /// <summary>The highest learning rate.</summary>
    [Positive]
    public required double LearningRate { get; init; }

    /// <summary>How the rate changes.</summary>
    public required ScheduleName Schedule { get; init; }

    /// <summary>The part of the training in which the rate rises, for the schedules that have one.</summary>
    [Between(0.01, 0.9)]
    public double WarmUp { get; init; } = 0.2;

    /// <summary>What is made small.</summary>
    public required LossName Loss { get; init; }

    /// <summary>Largest 2-norm of the gradient; none leaves it as it is.</summary>
    [Positive]
    public double? Clip { get; init; }

    /// <summary>Weight decay, apart from the gradient.</summary>
    [NonNegative]
    public double WeightDecay { get; init; }

    /// <summary>Whether the network computes in double precision.</summary>
    public bool DoublePrecision { get; init; }

    /// <summary>Epochs between two looks at the test runs, which decide nothing.</summary>
    [CostOnly]
    [AtLeast(1)]
    public int ValidateEvery { get; init; } = 10;

    /// <summary>
    /// Whether each pair is shifted along the line by a drawn number of points whenever it is seen; for equations that
    /// know no place.
    /// </summary>
    public bool Shifts { get; init; }

    /// <summary>
    /// Whether every other pair is seen as -u(-x), by lot; for equations that this leaves as they are.
    /// </summary>
    public bool Reflections { get; init; }

    /// <summary>The precision of the network.</summary>
    internal ScalarType Type => DoublePrecision ? float64 : float32;

    /// <summary>The plan of one network.</summary>
    internal TrainingPlan Plan(ulong seed) => new()
    {
        Epochs = Epochs,
        BatchSize = BatchSize,
        LearningRate = LearningRate,
        Schedule = Schedule switch
        {
            ScheduleName.OneCycle => new OneCycle(WarmUp),
            ScheduleName.Halving => new StepDecay(10, 0.5),
            ScheduleName.InverseTime => new InverseTime(5, 0.5),
            _ => new ConstantRate(),
        },
        Seed = seed,
        Clip = Clip,
        WeightDecay = WeightDecay,
        ValidateEvery = ValidateEvery,
        Symmetries = Shifts || Reflections ? new LineSymmetries(Shifts, Reflections) : null,
    };
}
