using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// A term as a weak form takes it: derivatives of products of fields, so that no data are differentiated.
/// </summary>
/// <remarks>
/// What is smoother than the data, an inverse Laplacian under at most one derivative, counts as a field of its own and
/// is computed from them: ψ = ∇⁻²ζ and its slopes.
/// </remarks>
internal sealed record WeakTerm(IReadOnlyList<WeakPart> Parts)
{
    public int HighestX => Parts.Max(part => part.X);

    public int HighestY => Parts.Max(part => part.Y);

    /// <summary>A term of a library, which may be tied together from several.</summary>
    public static WeakTerm Of(TermLibrary library, Term term, int dimensions) => new([.. library.Parts(term).SelectMany(
        part =>
            Of(part.Term, dimensions).Parts.Select(each => each with { Factor = part.Coefficient * each.Factor }))]);

    /// <summary>
    /// Reads <c>1</c>, <c>u^2*v</c>, <c>u_xxy</c>, <c>(u^2*v)_x</c>, <c>lap(u^3)</c>, <c>J(ilap(q),q)</c>, and
    /// <c>u^p*u_x</c> as (u^(p+1))_x/(p+1).
    /// </summary>
    /// <exception cref="NotSupportedException">The term is no sum of derivatives of products.</exception>
    public static WeakTerm Of(Term term, int dimensions)
    {
        var factors = term.Factors;
        if (TermLibrary.RateOf(term) is { } rate)
        {
            return new WeakTerm([new WeakPart(1.0 / rate.Power, [rate], 0, 0, 1)]);
        }

        if (factors.All(factor => factor.Operand is Derivative operand && IsField(operand)))
        {
            return new WeakTerm([new WeakPart(1, [.. factors.Select(Power)], 0, 0)]);
        }

        return factors switch
        {
            [{ Power: 1, Operand: Derivative { IsZonal: false, IsRoot: false } alone }] => Linear(alone, dimensions),
            [{ Operand: Derivative { IsPlain: true, IsLinear: true } field } power, { Power: 1, Operand: Derivative { Order: 1, Laplacian: 0, IsLinear: true, IsRoot: false } slope }]
                when field.Fields[0] == slope.Fields[0] =>
                new WeakTerm([new WeakPart(
                    1.0 / (power.Power + 1), [new FieldPower(field.Fields[0], power.Power + 1)], slope.X, slope.Y)]),
            [{ Power: 1, Operand: Jacobian { First.IsZonal: false, First.IsRoot: false } jacobian }]
                when IsField(jacobian.First.Under(1, 0, 0)) && IsField(jacobian.Second) => Advection(jacobian),
            _ => throw new NotSupportedException(
                $"{term} is no derivative of a product of fields, so a weak form cannot "
                + "move its derivatives; write it as (u^p)_xx… ."),
        };
    }

    /// <summary>
    /// What a product calls a field: a name, or the text of an operand that is smoother than the data.
    /// </summary>
    public static bool IsField(Derivative operand) =>
        operand.IsPlain || (operand.Order < 0 && !operand.IsZonal && !operand.IsRoot);

    // J(a, b) = (aₓ b)ᵧ - (aᵧ b)ₓ
    private static WeakTerm Advection(Jacobian jacobian) => new(
    [
        new WeakPart(1, [Power(jacobian.First.Under(1, 0, 0)), .. Fields(jacobian.Second)], 0, 1),
        new WeakPart(-1, [Power(jacobian.First.Under(0, 1, 0)), .. Fields(jacobian.Second)], 1, 0),
    ]);

    // (∂ₓₓ + ∂ᵧᵧ)ᶜ by the binomial theorem; an inverse Laplacian is computed, the derivatives before it are moved.
    private static WeakTerm Linear(Derivative operand, int dimensions)
    {
        if (operand.Laplacian < 0)
        {
            var smooth = new Derivative(operand.Product, 0, 0, operand.Laplacian);
            return new WeakTerm([new WeakPart(1, [Power(smooth)], operand.X, operand.Y)]);
        }

        var (c, parts, binomial) = (operand.Laplacian, new List<WeakPart>(), 1.0);
        for (var i = 0; i <= (dimensions == 1 ? 0 : c); i++)
        {
            parts.Add(new WeakPart(binomial, operand.Product, operand.X + (2 * (c - i)), operand.Y + (2 * i)));
            binomial *= (double)(c - i) / (i + 1);
        }

        return new WeakTerm(parts);
    }

    private static FieldPower Power(Factor factor) => new(factor.Operand.Text, factor.Power);

    private static FieldPower Power(Derivative operand) => new(operand.Text, 1);

    private static IReadOnlyList<FieldPower> Fields(Derivative operand) =>
        operand.IsPlain ? operand.Product : [Power(operand)];
}
