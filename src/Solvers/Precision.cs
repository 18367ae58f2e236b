using System.Diagnostics.CodeAnalysis;

namespace Sci.Solvers;

/// <summary>Number of digits that a model computes with between the states that it is given and returns.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Double and single are the precisions' own names.")]
public sealed class Precision
{
    private readonly string name;

    private Precision(string name) => this.name = name;

    /// <summary>53 bits, about 16 digits.</summary>
    public static Precision Double { get; } = new("double");

    /// <summary>24 bits, about 7 digits; a vector holds twice as many numbers.</summary>
    /// <remarks>
    /// Coefficients and twiddles are computed in double precision and rounded once; states stay double at the
    /// interface. A step errs by a few 1e-7 of the state.
    /// </remarks>
    public static Precision Single { get; } = new("single");

    /// <summary><c>double</c> or <c>single</c>.</summary>
    public override string ToString() => name;
}
