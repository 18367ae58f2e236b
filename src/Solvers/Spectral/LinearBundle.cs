using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Changes of the values of a <see cref="Route"/>, or sensitivities to them, for a few rows at once.</summary>
/// <param name="core">What carries a state.</param>
/// <param name="route">What a run computes.</param>
/// <param name="rows">Number of rows.</param>
internal sealed class LinearBundle(SpectralCore core, Route route, int rows)
{
    private readonly Complex[]?[] values = new Complex[]?[route.Given + route.Moves.Count];
    private readonly Stack<Complex[]> spare = [];
    private readonly Frame frame = core.Rest.NewFrame();
    private readonly int modes = core.Linear.Length;

    /// <summary>Reads the given values, part after part of every row.</summary>
    public void Load(States from, int first, int[] names)
    {
        for (var part = 0; part < names.Length; part++)
        {
            var value = At(names[part]);
            for (var row = 0; row < rows; row++)
            {
                core.ToModes(Part(from, first + row, part), Of(value, row));
            }
        }
    }

    /// <summary>Writes the given values; what nothing has touched is zero.</summary>
    public void Store(States to, int first, int[] names)
    {
        for (var part = 0; part < names.Length; part++)
        {
            var value = At(names[part]);
            for (var row = 0; row < rows; row++)
            {
                core.ToState(Of(value, row), Part(to, first + row, part));
            }
        }
    }

    /// <summary>The tangent of a move.</summary>
    /// <param name="move">Its number.</param>
    /// <param name="at">N linearised where it is evaluated; nothing for a sum.</param>
    public void Forward(int move, Frame? at)
    {
        var (row, sources) = route.Moves[move];
        var result = At(route.Given + move);
        for (var i = 0; i < rows; i++)
        {
            if (row is null)
            {
                core.Rest.Tangent(Of(At(sources[0]), i), Of(result, i), frame, at!);
                continue;
            }

            for (var term = 0; term < sources.Length; term++)
            {
                row.Terms[term].Weight.Add(Of(At(sources[term]), i), Of(result, i));
            }
        }

        foreach (var source in sources)
        {
            if (route.LastUse[source] == move)
            {
                Forget(source);
            }
        }
    }

    /// <summary>The transpose of the tangent of a move: the sensitivity to its result becomes one to its
    /// sources.</summary>
    /// <param name="move">Its number.</param>
    /// <param name="at">N linearised where it is evaluated; nothing for a sum.</param>
    public void Backward(int move, Frame? at)
    {
        if (values[route.Given + move] is not { } result)
        {
            return;
        }

        var (row, sources) = route.Moves[move];
        for (var i = 0; i < rows; i++)
        {
            if (row is null)
            {
                core.Rest.Adjoint(Of(At(sources[0]), i), Of(result, i), frame, at!);
                continue;
            }

            for (var term = 0; term < sources.Length; term++)
            {
                row.Transposed[term].Weight.Add(Of(result, i), Of(At(sources[term]), i));
            }
        }

        Forget(route.Given + move);
    }

    // The value of that name; zero where it is new.
    private Complex[] At(int name)
    {
        if (values[name] is { } value)
        {
            return value;
        }

        value = spare.TryPop(out var used) ? used : new Complex[rows * modes];
        value.AsSpan().Clear();
        return values[name] = value;
    }

    private void Forget(int name)
    {
        if (values[name] is { } value)
        {
            spare.Push(value);
            values[name] = null;
        }
    }

    private Span<Complex> Of(Complex[] value, int row) => value.AsSpan(row * modes, modes);

    private Span<double> Part(States states, int row, int part) =>
        states[row].Slice(part * core.Equation.Size, core.Equation.Size);
}
