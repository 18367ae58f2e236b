using System.Numerics;
using System.Numerics.Tensors;

namespace Sci.Surrogates;

/// <summary>
/// Σ coefficient·channel - data: data to fit, initial and boundary values, linear equations with a source.
/// </summary>
/// <param name="parts">Output, channel and coefficient of each summand.</param>
/// <param name="column">Data column to take off; null for none.</param>
public sealed class ChannelResidual<T>(IReadOnlyList<(int Output, int Channel, double Coefficient)> parts, int? column)
    : IResidual<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The value of an output minus a data column.</summary>
    public ChannelResidual(int output, int column)
        : this([(output, 0, 1)], column)
    {
    }

    /// <inheritdoc/>
    public int Equations => 1;

    /// <inheritdoc/>
    public void Evaluate(in JetTile<T> tile)
    {
        var r = tile.Residual(0);
        r.Clear();
        foreach (var (output, channel, coefficient) in parts)
        {
            TensorPrimitives.MultiplyAdd(tile[output, channel], T.CreateTruncating(coefficient), r, r);
        }

        if (column is { } data)
        {
            TensorPrimitives.Subtract(r, tile.Data(data), r);
        }
    }

    /// <inheritdoc/>
    public void PullBack(in JetTile<T> tile)
    {
        foreach (var (output, channel, coefficient) in parts)
        {
            var adjoint = tile.Adjoint(output, channel);
            TensorPrimitives.MultiplyAdd(tile.Seed(0), T.CreateTruncating(coefficient), adjoint, adjoint);
        }
    }
}
