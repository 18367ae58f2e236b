using System.Numerics;

namespace Sci.Solvers;

/// <summary>A scheme with its weights for every mode of an equation: what a step does to modes.</summary>
internal sealed class Method
{
    private readonly Row[] stages;
    private readonly Row[] outputs;

    /// <param name="scheme">The scheme.</param>
    /// <param name="linear">The symbol L, shape [fields, modes].</param>
    /// <param name="filter">What the new state is multiplied by after a step, one factor a mode, for every field; or
    /// nothing.</param>
    public Method(Scheme scheme, Complex[] linear, double[]? filter)
    {
        Scheme = scheme;
        Inputs = scheme.Inputs.Count;
        var rows = Tables(scheme, linear, filter);
        stages = rows[..scheme.Stages];
        outputs = rows[scheme.Stages..];
        Modes = linear.Length;
    }

    public Scheme Scheme { get; }

    public int Inputs { get; }

    public int Modes { get; }

    public int Stages => stages.Length;

    /// <summary>
    /// A sum of sources, each times its weight; with the derivatives of the weights with respect to L.
    /// </summary>
    internal sealed record Row((int Source, Diagonal Weight)[] Terms, (int Source, Diagonal Weight)[] Slopes)
    {
        /// <summary>The terms with conjugate weights: what the transpose adds to each source.</summary>
        public (int Source, Diagonal Weight)[] Transposed { get; } = [.. Terms.Select(t =>
            (t.Source, t.Weight.Conjugate()))];

        /// <summary>The source that the sum equals, or -1.</summary>
        public int Same => Terms is [{ Weight.IsIdentity: true } only] ? only.Source : -1;
    }

    /// <summary>The row that makes the argument of N at a stage.</summary>
    public Row Stage(int stage) => stages[stage];

    /// <summary>The row that makes an input of the next step.</summary>
    public Row Output(int output) => outputs[output];

    /// <summary>
    /// The row that makes the new state less the old one; nothing where older states are read too, or nothing changes.
    /// </summary>
    public Row? Increment() =>
        Scheme.Inputs.Skip(1).Any(input => !input.IsTendency) || Output(0).Same >= 0 || Output(0).Terms[0].Source != 0
            ? null
            : new Row(
                [.. Output(0).Terms
                    .Select(term => (term.Source, term.Source == 0 ? term.Weight.LessOne() : term.Weight))
                    .Where(term => term.Item2 is not null).Select(term => (term.Source, term.Item2!))],
                []);

    private static Row[] Tables(Scheme scheme, Complex[] linear, double[]? filter)
    {
        var columns = scheme.Inputs.Count + scheme.Stages;
        var rows = scheme.Stages + scheme.Inputs.Count;
        var values = new Complex[rows, columns][];
        var slopes = new Complex[rows, columns][];
        for (var cell = 0; cell < rows * columns; cell++)
        {
            values[cell / columns, cell % columns] = new Complex[linear.Length];
            slopes[cell / columns, cell % columns] = new Complex[linear.Length];
        }

        for (var mode = 0; mode < linear.Length; mode++)
        {
            var weights = scheme.Weights(Dual.Variable(linear[mode] * scheme.TimeStep));
            for (var cell = 0; cell < rows * columns; cell++)
            {
                var (row, column) = (cell / columns, cell % columns);
                var filtered = row == scheme.Stages && filter is not null;
                var scale = Scale(scheme, row, column) * (filtered ? filter![mode % filter.Length] : 1);
                values[row, column][mode] = scale * weights[row, column].Value;
                slopes[row, column][mode] = scale * scheme.TimeStep * weights[row, column].Slope;
            }
        }

        return [.. Enumerable.Range(0, rows).Select(row => new Row(Cells(values, row), Cells(slopes, row)))];
    }

    // N is kept as it is, so ΔtN brings a factor Δt, and a row that makes ΔtN of the next step loses it.
    private static double Scale(Scheme scheme, int row, int column)
    {
        var fromTendency = column >= scheme.Inputs.Count || scheme.Inputs[column].IsTendency;
        var toTendency = row >= scheme.Stages && scheme.Inputs[row - scheme.Stages].IsTendency;
        return fromTendency == toTendency ? 1 : fromTendency ? scheme.TimeStep : 1 / scheme.TimeStep;
    }

    private static (int Source, Diagonal Weight)[] Cells(Complex[,][] table, int row)
    {
        var cells = new List<(int, Diagonal)>();
        for (var column = 0; column < table.GetLength(1); column++)
        {
            if (Diagonal.Of(table[row, column]) is { } weight)
            {
                cells.Add((column, weight));
            }
        }

        return [.. cells];
    }
}
