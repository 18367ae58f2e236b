using System.Numerics;

namespace Sci.Solvers;

/// <summary>Solves the definitions of an equation for its diagnosed fields, wavenumber by wavenumber.</summary>
internal static class Diagnosis
{
    /// <summary>Symbols by which the state's fields add up to the diagnosed ones: [diagnosed][field][mode].</summary>
    /// <remarks>
    /// Where the definitions do not determine them (the mean of a stream function), the diagnosed fields are zero.
    /// </remarks>
    public static Complex[][][] Symbols(Equation equation, Fourier fourier)
    {
        RequireDiagonal(equation);
        var diagnosed = equation.Diagnosed;
        var symbols =
            diagnosed.Select(_ => equation.Fields.Select(_ => new Complex[fourier.Modes]).ToArray()).ToArray();
        var terms = equation.Definitions.Select(d => d.Terms
            .Select(t => (Field: t.Term.Fields[0], Symbol: Scaled(fourier, t))).ToArray()).ToArray();
        string[] columns = [.. diagnosed, .. equation.Fields];
        for (var mode = 0; mode < fourier.Modes; mode++)
        {
            var matrix = Rows(equation, terms, columns, mode);
            var solved = Eliminate(matrix, diagnosed.Count);
            for (var d = 0; solved && d < diagnosed.Count; d++)
            {
                for (var f = 0; f < equation.Fields.Count; f++)
                {
                    symbols[d][f][mode] = -matrix[d, diagnosed.Count + f];
                }
            }
        }

        return symbols;
    }

    private static void RequireDiagonal(Equation equation)
    {
        var odd = equation.Definitions.FirstOrDefault(
            definition => definition.Terms.Any(term => !LinearPart.IsDiagonal(term.Term, equation.Grid)));
        if (odd is not null)
        {
            throw new ArgumentException(
                $"'{odd}' has an odd derivative in y, which no definition in a "
                + "channel can have: it makes sines of cosines.");
        }
    }

    private static Complex[] Scaled(Fourier fourier, WeightedTerm weighted)
    {
        var symbol = fourier.Symbol((Derivative)weighted.Term.Factors[0].Operand);
        return [.. symbol.Select(s => weighted.Coefficient * s)];
    }

    // One row a definition, left-hand side minus right-hand side: the diagnosed fields first, then the state's.
    private static Complex[,] Rows(
        Equation equation, (string Field, Complex[] Symbol)[][] terms, string[] columns, int mode)
    {
        var matrix = new Complex[terms.Length, columns.Length];
        for (var row = 0; row < terms.Length; row++)
        {
            matrix[row, Array.IndexOf(columns, equation.Definitions[row].Field)] += 1;
            foreach (var (field, symbol) in terms[row])
            {
                matrix[row, Array.IndexOf(columns, field)] -= symbol[mode];
            }
        }

        return matrix;
    }

    // Gauss-Jordan with row pivots on the first columns; false if they are singular.
    private static bool Eliminate(Complex[,] a, int unknowns)
    {
        var columns = a.GetLength(1);
        for (var i = 0; i < unknowns; i++)
        {
            var pivot = Enumerable.Range(i, unknowns - i).MaxBy(row => a[row, i].Magnitude);
            var largest = Enumerable.Range(0, unknowns).Max(column => a[pivot, column].Magnitude);
            if (a[pivot, i].Magnitude <= 1e-13 * largest)
            {
                return false;
            }

            for (var column = columns - 1; column >= 0; column--)
            {
                (a[i, column], a[pivot, column]) = (a[pivot, column], a[i, column]);
            }

            var scale = a[i, i];
            for (var column = 0; column < columns; column++)
            {
                a[i, column] /= scale;
            }

            for (var row = 0; row < unknowns; row++)
            {
                var factor = row == i ? Complex.Zero : a[row, i];
                for (var column = 0; column < columns; column++)
                {
                    a[row, column] -= factor * a[i, column];
                }
            }
        }

        return true;
    }
}
