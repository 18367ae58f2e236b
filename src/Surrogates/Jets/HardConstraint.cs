namespace Sci.Surrogates;

/// <summary>û = offset + factor·N for one output N: initial and boundary values that hold for any parameters.</summary>
/// <param name="Output">Which output.</param>
/// <param name="Offset">Has the wanted values where <paramref name="Factor"/> vanishes.</param>
/// <param name="Factor">Vanishes where the values are given.</param>
/// <remarks>Lagaris, Likas and Fotiadis (1998), doi:10.1109/72.712178.</remarks>
public sealed record HardConstraint(
    int Output, Func<IReadOnlyList<Jet>, Jet> Offset, Func<IReadOnlyList<Jet>, Jet> Factor);
