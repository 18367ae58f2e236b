using System.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Splits an equation into u_t = Lu + N(u): L holds every field's own linear terms with constant coefficients.
/// </summary>
internal static class LinearPart
{
    /// <summary>
    /// Whether a term of the equation for <paramref name="field"/> belongs to L; none does for an explicit scheme.
    /// </summary>
    public static bool Holds(Equation equation, Scheme scheme, string field, Term term) =>
        !scheme.IsExplicit && IsDiagonal(term, equation.Grid) && term.Fields[0] == field
        && !equation.Given.ContainsKey(field);

    /// <summary>
    /// Whether a term multiplies modes; between walls an odd derivative in y makes sines of cosines instead.
    /// </summary>
    public static bool IsDiagonal(Term term, Grid grid) => term.IsLinear && !(grid.HasWalls && term.ParityY < 0);

    /// <summary>The symbol of L, shape [fields, modes].</summary>
    public static Complex[] Symbol(Equation equation, Scheme scheme, Fourier fourier)
    {
        var linear = new Complex[equation.Fields.Count * fourier.Modes];
        for (var f = 0; f < equation.Fields.Count; f++)
        {
            foreach (var (coefficient, term) in equation[equation.Fields[f]])
            {
                if (!Holds(equation, scheme, equation.Fields[f], term))
                {
                    continue;
                }

                var symbol = fourier.Symbol((Derivative)term.Factors[0].Operand);
                for (var mode = 0; mode < symbol.Length; mode++)
                {
                    linear[(f * fourier.Modes) + mode] += coefficient * symbol[mode];
                }
            }
        }

        return linear;
    }

    /// <summary>The program of N.</summary>
    public static ProductProgram Rest(Equation equation, Scheme scheme, ProductGrid grid)
    {
        var builder = new ProgramBuilder(equation, grid);
        for (var f = 0; f < equation.Fields.Count; f++)
        {
            foreach (var term in equation[equation.Fields[f]])
            {
                if (!Holds(equation, scheme, equation.Fields[f], term.Term))
                {
                    builder.Add(f, term);
                }
            }
        }

        return builder.Build(equation.Fields.Count);
    }
}
