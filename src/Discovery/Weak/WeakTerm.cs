using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>A term as a weak form takes it: factor · ∂ₓ^order of a product of fields, so that no data are differentiated.</summary>
internal sealed record WeakTerm(double Factor, IReadOnlyList<FieldPower> Product, int Order)
{
    /// <summary>Reads <c>1</c>, <c>u^2*v</c>, <c>u_xx</c>, <c>(u^2)_x</c>, and <c>u^p*u_x</c> as (u^(p+1))_x/(p+1).</summary>
    /// <exception cref="NotSupportedException">The term is no derivative of a product.</exception>
    public static WeakTerm Of(Term term)
    {
        var factors = term.Factors;
        if (factors.All(factor => factor.Operand is Derivative { IsPlain: true }))
        {
            return new WeakTerm(1, [.. factors.Select(factor => new FieldPower(factor.Operand.Fields[0], factor.Power))], 0);
        }

        if (factors is [{ Power: 1, Operand: Derivative { Laplacian: 0, Y: 0 } alone }])
        {
            return new WeakTerm(1, alone.Product, alone.X);
        }

        if (factors is [{ Operand: Derivative { IsPlain: true, IsLinear: true } field } power, { Power: 1, Operand: Derivative { X: 1, Y: 0, Laplacian: 0, IsLinear: true } slope }]
            && field.Fields[0] == slope.Fields[0])
        {
            return new WeakTerm(1.0 / (power.Power + 1), [new FieldPower(field.Fields[0], power.Power + 1)], 1);
        }

        throw new NotSupportedException(
            $"{term} is not an x-derivative of a product of fields, so a weak form cannot move its derivatives; write it as (u^p)_xx… .");
    }
}
