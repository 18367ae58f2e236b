using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>A library evaluated at the points of states, against targets at the same points: a tile a state.</summary>
public sealed class LibraryDesign : IDesign
{
    private readonly LibraryEvaluator evaluator;
    private readonly States states;
    private readonly States targets;

    /// <summary>Takes states and targets without copying.</summary>
    /// <param name="evaluator">The library and how it is evaluated.</param>
    /// <param name="states">Where the library is evaluated, shape [samples, fields × points].</param>
    /// <param name="targets">What the library explains: increments over intervals, or rates of one field, shape
    /// [samples, points].</param>
    public LibraryDesign(LibraryEvaluator evaluator, States states, States targets)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(targets);
        if (states.Count != targets.Count || targets.Size != evaluator.Points || states.Size % evaluator.Points != 0)
        {
            throw new ArgumentException(
                $"{states.Count} states of {states.Size} values and {targets.Count} "
                + $"targets of {targets.Size} do not fit a grid "
                + $"of {evaluator.Points} points.", nameof(targets));
        }

        (this.evaluator, this.states, this.targets) = (evaluator, states, targets);
        Names = evaluator.Library.Names;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public int Tiles => states.Count;

    /// <inheritdoc/>
    public int RowsOf(int tile) => evaluator.Points;

    /// <inheritdoc/>
    public void Fill(int tile, Span<double> columns)
    {
        evaluator.Evaluate(states[tile], columns[..(Names.Count * evaluator.Points)]);
        targets[tile].CopyTo(columns[(Names.Count * evaluator.Points)..]);
    }
}
