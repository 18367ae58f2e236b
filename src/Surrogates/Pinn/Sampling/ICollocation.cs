using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Chooses the points at which an equation is imposed, anew from time to time.</summary>
public interface ICollocation
{
    /// <summary>A set of points, shape [count, coordinates].</summary>
    /// <param name="count">How many.</param>
    /// <param name="squares">Squared residuals of the network as it is, at any points.</param>
    /// <param name="random">Where draws come from.</param>
    double[] Draw(int count, Func<double[], double[]> squares, RandomSource random);
}
