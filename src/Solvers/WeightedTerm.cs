using System.Globalization;

namespace Sci.Solvers;

/// <summary>A coefficient times a term, as it stands in a sum.</summary>
/// <param name="Coefficient">In the units that make the product a rate of change of the field.</param>
/// <param name="Term">The term.</param>
public sealed record WeightedTerm(double Coefficient, Term Term)
{
    /// <summary><c>-0.5*u_xx</c>; the coefficient reads back as the same number, and ±1 is not written.</summary>
    public override string ToString() => (double.IsNegative(Coefficient) ? "-" : "") + Unsigned();

    /// <summary>The form for LaTeX's mathematics mode.</summary>
    public string ToLatex() => (double.IsNegative(Coefficient) ? "-" : "") + UnsignedLatex();

    internal string Unsigned()
    {
        var size = Math.Abs(Coefficient);
        var number = size.ToString("R", CultureInfo.InvariantCulture);
        return Term == Term.One ? number : size == 1 ? Term.ToString() : $"{number}*{Term}";
    }

    internal string UnsignedLatex()
    {
        var size = Math.Abs(Coefficient);
        return Term == Term.One ? Latex.Number(size)
            : size == 1 ? Term.ToLatex()
            : $@"{Latex.Number(size)} \, {Term.ToLatex()}";
    }
}
