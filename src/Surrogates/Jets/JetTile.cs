namespace Sci.Surrogates;

/// <summary>A block of points under way: the jets of the outputs, the residuals, and their adjoints.</summary>
public readonly unsafe ref struct JetTile<T>
    where T : unmanaged
{
    private readonly JetWorkspace<T> work;
    private readonly T* data;
    private readonly int channels;

    internal JetTile(JetWorkspace<T> work, T* data, int channels)
    {
        this.work = work;
        this.data = data;
        this.channels = channels;
    }

    /// <summary>Number of points; the last block of a set is filled up with points of weight zero.</summary>
    public int Points => work.Block;

    /// <summary>Values of a channel of an output.</summary>
    public Span<T> this[int output, int channel] =>
        new(work.Values + (((output * channels) + channel) * work.Block), work.Block);

    /// <summary>Coefficients that are trained with the networks.</summary>
    public ReadOnlySpan<T> Coefficients => work.Coefficients;

    /// <summary>Adjoints of the coefficients, to be added to.</summary>
    public Span<double> CoefficientAdjoints => work.CoefficientAdjoints;

    /// <summary>Adjoint of a channel, to be added to.</summary>
    public Span<T> Adjoint(int output, int channel) =>
        new(work.Adjoints + (((output * channels) + channel) * work.Block), work.Block);

    /// <summary>Residuals of an equation, to be written.</summary>
    public Span<T> Residual(int equation) => new(work.Residuals + (equation * work.Block), work.Block);

    /// <summary>Adjoints of the residuals of an equation.</summary>
    public ReadOnlySpan<T> Seed(int equation) => new(work.Seeds + (equation * work.Block), work.Block);

    /// <summary>A column of the points' data.</summary>
    public ReadOnlySpan<T> Data(int column) => new(data + ((column + 1) * work.Block), work.Block);

    internal ReadOnlySpan<T> Weights => new(data, work.Block);
}
