using System.Numerics;

namespace Sci.Surrogates;

/// <summary>The inverse Hessian from the last few steps: L-BFGS.</summary>
/// <param name="count">Number of parameters.</param>
/// <param name="memory">Steps remembered.</param>
/// <remarks>
/// Liu and Nocedal (1989), doi:10.1007/BF01589116; two loops as in Nocedal and Wright (2006), algorithm 7.4.
/// </remarks>
public sealed class Lbfgs<T>(int count, int memory) : ICurvature<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] steps = new T[count * memory];
    private readonly T[] changes = new T[count * memory];
    private readonly double[] rho = new double[memory];
    private readonly double[] alpha = new double[memory];
    private int learned;

    /// <inheritdoc/>
    public void Direct(ReadOnlySpan<T> gradient, Span<T> direction)
    {
        gradient.CopyTo(direction);
        for (var k = learned - 1; k >= Math.Max(0, learned - memory); k--)
        {
            var at = k % memory;
            alpha[at] = rho[at] * Vectors.Dot<T>(Step(at), direction);
            Vectors.Add(direction, -alpha[at], Change(at));
        }

        var scale = learned == 0 ? 1 : 1 / (rho[(learned - 1) % memory] * Vectors.Dot<T>(
            Change((learned - 1) % memory), Change((learned - 1) % memory)));
        foreach (ref var d in direction)
        {
            d *= T.CreateTruncating(-scale);
        }

        for (var k = Math.Max(0, learned - memory); k < learned; k++)
        {
            var at = k % memory;
            Vectors.Add(direction, -alpha[at] - (rho[at] * Vectors.Dot<T>(Change(at), direction)), Step(at));
        }
    }

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<T> step, ReadOnlySpan<T> change)
    {
        var at = learned % memory;
        step.CopyTo(Step(at));
        change.CopyTo(Change(at));
        rho[at] = 1 / Vectors.Dot(step, change);
        learned++;
    }

    /// <inheritdoc/>
    public void Reset() => learned = 0;

    private Span<T> Step(int at) => steps.AsSpan(at * count, count);

    private Span<T> Change(int at) => changes.AsSpan(at * count, count);
}
