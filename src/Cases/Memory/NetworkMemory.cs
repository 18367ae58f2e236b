using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>What a network of libtorch holds while it learns, and while it is asked.</summary>
/// <param name="Places">Places of a sample.</param>
/// <param name="Parameters">Numbers that are trained.</param>
/// <param name="Kept">Numbers that a pass of one sample keeps for its gradient.</param>
/// <param name="Passing">Numbers that a pass of one sample holds at most where no gradient is wanted.</param>
internal sealed record NetworkMemory(double Places, double Parameters, double Kept, double Passing)
{
    // The parameters, their gradient and both moments of Adam.
    private const int Learning = 4;

    // Of an activation: what comes in, what goes out and the slope. glibc keeps what is freed, and holes of one size do
    // not hold another: each size counts by itself.
    private const int Activation = 3;

    // On the way back: the adjoints on both sides of a layer and their product.
    private const int Adjoint = 3;

    /// <summary>
    /// A Fourier operator on so many places, which keeps each layer's input and the slope of its activation.
    /// </summary>
    public static NetworkMemory Fourier(
        double places, int inputs, double modes, int width, int layers, int projection)
    {
        double w = width, p = projection;
        return new(
            places,
            ((inputs + 1) * w) + (layers * ((2 * modes * w * w) + (w * w) + w)) + (p * (w + 1))
                + Math.Max(p, p == 0 ? w : 0) + 1,
            places * ((2 * w * layers) + (2 * p) + (Adjoint * Math.Max(w, p))),
            places * Activation * (w + p));
    }

    /// <summary>Numbers that a pass holds for all its samples together.</summary>
    public double Shared { get; init; }

    /// <summary>A DeepONet, whose trunk all samples share.</summary>
    public static NetworkMemory Deep(double places, int width, int branch, int trunk, int harmonics)
    {
        double w = width;
        var kept = (2 * w * branch) + (Activation * places);
        return new(
            places,
            ((places + 1) * w) + ((branch - 1) * w * (w + 1)) + (((2 * harmonics) + 1) * w)
                + ((trunk - 1) * w * (w + 1)),
            kept, kept)
        {
            Shared = 2 * w * trunk * places,
        };
    }

    /// <summary>
    /// A U-Net; every level holds as many numbers as the finest. A block of two convolutions keeps its padded input and
    /// four fields of its width; on the way up the input is three times as wide and made once more.
    /// </summary>
    public static NetworkMemory Convolutional(double places, int width, int levels)
    {
        double w = width;
        const int Kernel = 3;
        var parameters = Enumerable.Range(0, levels + 1).Sum(
            level => Math.Pow(4, level) * w * w * Kernel * (level < levels ? 5.5 : 1.5));
        var kept = places * w * ((4.5 * (levels + 1)) + (10 * levels));
        return new(places, parameters, kept, kept);
    }

    /// <summary>While it learns: its numbers and a batch on the way.</summary>
    public HeldArray[] Learns(LearningSettings training) =>
    [
        new("parameters, their gradient and its moments", Parameters, Learning, "network.width")
        {
            Width = Bytes(training),
        },
        new("what a batch keeps for its gradient", (Kept * training.BatchSize) + Shared, 1, "training.batch_size")
        {
            Width = Bytes(training),
        },
    ];

    /// <summary>While it is asked of samples of so many places.</summary>
    public HeldArray IsAsked(LearningSettings training, double places) => new(
        "what passes through the network", (Passing * places / Places * Evaluation.Batch((long)places)) + Shared, 1,
        "network.width")
    {
        Width = Bytes(training),
    };

    /// <summary>Bytes of a number of such a network.</summary>
    public static int Bytes(LearningSettings training) => training.DoublePrecision ? sizeof(double) : sizeof(float);
}
