using System.Numerics;
using System.Runtime.InteropServices;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Evaluates a library at the points of a state; a shared, immutable plan.</summary>
public sealed class LibraryEvaluator
{
    private readonly Grid grid;
    private readonly IReadOnlyList<string> fields;
    private readonly IDifferentiation differentiation;
    private readonly Operand[] operands;
    private readonly (int Operand, int Power)[][] terms;

    /// <summary>Finds what is to be differentiated.</summary>
    /// <param name="grid">The periodic box.</param>
    /// <param name="fields">The fields of a state, in their order.</param>
    /// <param name="library">The terms.</param>
    /// <param name="differentiation">How derivatives are taken.</param>
    /// <exception cref="ArgumentException">A term uses a field that the state does not have.</exception>
    public LibraryEvaluator(
        Grid grid, IReadOnlyList<string> fields, TermLibrary library, IDifferentiation differentiation)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(library);
        (this.grid, this.fields, this.differentiation, Library) = (grid, fields, differentiation, library);
        if (library.Terms.SelectMany(term => term.Fields).FirstOrDefault(field => !fields.Contains(field)) is { } unknown)
        {
            throw new ArgumentException(
                $"The library uses {unknown}, but a state holds {string.Join(", ", fields)}.", nameof(library));
        }

        operands = [.. library.Terms.SelectMany(term => term.Factors).Select(factor => factor.Operand).Distinct()];
        terms = [.. library.Terms.Select(term =>
            term.Factors.Select(factor => (Array.IndexOf(operands, factor.Operand), factor.Power)).ToArray())];
    }

    /// <summary>The terms.</summary>
    public TermLibrary Library { get; }

    /// <summary>Number of points of a field, and of rows of a state's columns.</summary>
    public int Points => grid.Points;

    /// <summary>Writes the value of every term at every point, shape [fields × points] to [terms, points].</summary>
    public void Evaluate(ReadOnlySpan<double> state, Span<double> columns)
    {
        var values = new double[operands.Length * Points];
        for (var i = 0; i < operands.Length; i++)
        {
            Evaluate(operands[i], state, values.AsSpan(i * Points, Points));
        }

        for (var term = 0; term < terms.Length; term++)
        {
            var column = columns.Slice(term * Points, Points);
            column.Fill(1);
            foreach (var (operand, power) in terms[term])
            {
                for (var time = 0; time < power; time++)
                {
                    Multiply(column, values.AsSpan(operand * Points, Points));
                }
            }
        }
    }

    private void Evaluate(Operand operand, ReadOnlySpan<double> state, Span<double> result)
    {
        switch (operand)
        {
            case Derivative derivative:
                Evaluate(derivative, state, result);
                break;
            case Jacobian jacobian:
                Evaluate(jacobian, state, result);
                break;
            default:
                throw new NotSupportedException($"The library does not know how to evaluate {operand}.");
        }
    }

    private void Evaluate(Derivative derivative, ReadOnlySpan<double> state, Span<double> result)
    {
        var product = new double[Points];
        product.AsSpan().Fill(1);
        foreach (var (field, power) in derivative.Product)
        {
            for (var time = 0; time < power; time++)
            {
                Multiply(product, state.Slice(IndexOf(field) * Points, Points));
            }
        }

        if (derivative.IsPlain)
        {
            product.CopyTo(result);
        }
        else
        {
            differentiation.Apply(grid, product, derivative.X, derivative.Y, derivative.Laplacian, result);
        }
    }

    // aₓbᵧ - aᵧbₓ
    private void Evaluate(Jacobian jacobian, ReadOnlySpan<double> state, Span<double> result)
    {
        var other = new double[Points];
        var factor = new double[Points];
        Evaluate(jacobian.First.Under(1, 0, 0), state, result);
        Evaluate(jacobian.Second.Under(0, 1, 0), state, factor);
        Multiply(result, factor);
        Evaluate(jacobian.First.Under(0, 1, 0), state, other);
        Evaluate(jacobian.Second.Under(1, 0, 0), state, factor);
        Multiply(other, factor);
        for (var i = 0; i < other.Length; i++)
        {
            result[i] -= other[i];
        }
    }

    private int IndexOf(string field)
    {
        var index = 0;
        while (fields[index] != field)
        {
            index++;
        }

        return index;
    }

    private static void Multiply(Span<double> y, ReadOnlySpan<double> x)
    {
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        for (var i = 0; i < vx.Length; i++)
        {
            vy[i] *= vx[i];
        }

        for (var i = vx.Length * Vector<double>.Count; i < x.Length; i++)
        {
            y[i] *= x[i];
        }
    }
}
