using System.Numerics;

namespace Sci.Solvers;

/// <summary>A value and its derivative with respect to z = LΔt, carried through the formulas of the schemes.</summary>
internal readonly record struct Dual(Complex Value, Complex Slope)
{
    /// <summary>The variable itself, slope one.</summary>
    public static Dual Variable(Complex z) => new(z, Complex.One);

    public static implicit operator Dual(double constant) => new(constant, Complex.Zero);

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);

    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Slope - b.Slope);

    public static Dual operator -(Dual a) => new(-a.Value, -a.Slope);

    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, (a.Slope * b.Value) + (a.Value * b.Slope));

    public static Dual operator /(Dual a, Dual b)
    {
        var quotient = a.Value / b.Value;
        return new(quotient, (a.Slope - (quotient * b.Slope)) / b.Value);
    }
}
