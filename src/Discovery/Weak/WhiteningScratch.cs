namespace Sci.Discovery;

/// <summary>What one whitening after another works in, for blocks of a size; not for two at a time.</summary>
/// <param name="rows">Rows of a block.</param>
internal sealed class WhiteningScratch(int rows)
{
    // Columns of an inverse that are solved for together.
    public const int Panel = 36;

    private double[] together = [];

    /// <summary>L⁻¹, zero above its diagonal and never written there, shape [rows, rows].</summary>
    public double[] Half { get; } = new double[rows * rows];

    /// <summary>C⁻¹, shape [rows, rows].</summary>
    public double[] Inverse { get; } = new double[rows * rows];

    /// <summary>The lower right of L, at most all of it.</summary>
    public double[] Corner { get; } = new double[rows * rows];

    /// <summary>Columns of a unit matrix, at most <see cref="Panel"/>.</summary>
    public double[] Units { get; } = new double[rows * Panel];

    /// <summary>Columns side by side, of any content.</summary>
    public Span<double> Together(int length)
    {
        together = together.Length < length ? new double[length] : together;
        return together.AsSpan(0, length);
    }
}
