using System.Numerics;

namespace Sci.Surrogates;

/// <summary>Searches along a direction for a point that satisfies the strong Wolfe conditions.</summary>
/// <remarks>
/// Nocedal and Wright (2006), Numerical Optimization, algorithms 3.5 and 3.6 with cubic interpolation (3.59).
/// </remarks>
internal sealed class StrongWolfe<T>(IObjective<T> objective)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Decrease = 1e-4;
    private const double Curvature = 0.9;
    private const int Most = 25;

    private readonly T[] trial = new T[objective.Count];

    /// <summary>Evaluations of the objective so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>
    /// Moves <paramref name="at"/> and its gradient along the direction; the value there, or null where no step
    /// descends.
    /// </summary>
    public double? Search(Span<T> at, double value, Span<T> gradient, ReadOnlySpan<T> direction, double first)
    {
        var slope = Vectors.Dot<T>(gradient, direction);
        var low = new Point(0, value, slope);
        var high = default(Point?);
        var best = low;
        var step = first;
        for (var i = 0; i < Most; i++)
        {
            var point = Try(at, gradient, direction, step);
            var accepted = point.Value <= value + (Decrease * point.Step * slope);
            if (accepted && point.Value < best.Value)
            {
                best = point;
            }

            if (!double.IsFinite(point.Value) || !accepted || point.Value >= low.Value)
            {
                high = point;
            }
            else if (Math.Abs(point.Slope) <= -Curvature * slope)
            {
                trial.CopyTo(at);
                return point.Value;
            }
            else
            {
                high = point.Slope * ((high?.Step ?? double.MaxValue) - low.Step) >= 0 ? low : high;
                low = point;
            }

            step = high is { } other ? Between(low, other) : Math.Min(4 * step, 1e10);
        }

        return best.Step > 0 ? Settle(at, gradient, direction, best) : Fail(at, gradient);
    }

    // A minimum of the cubic through both ends, kept away from them.
    private static double Between(Point a, Point b)
    {
        var middle = (a.Step + b.Step) / 2;
        if (!double.IsFinite(b.Value))
        {
            return a.Step + (0.1 * (b.Step - a.Step));
        }

        var d1 = a.Slope + b.Slope - (3 * (a.Value - b.Value) / (a.Step - b.Step));
        var root = (d1 * d1) - (a.Slope * b.Slope);
        if (!(root >= 0))
        {
            return middle;
        }

        var d2 = Math.Sign(b.Step - a.Step) * Math.Sqrt(root);
        var step = b.Step - ((b.Step - a.Step) * (b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2)));
        var (from, to) = a.Step < b.Step ? (a.Step, b.Step) : (b.Step, a.Step);
        var margin = 0.1 * (to - from);
        return double.IsFinite(step) ? Math.Clamp(step, from + margin, to - margin) : middle;
    }

    private double Settle(Span<T> at, Span<T> gradient, ReadOnlySpan<T> direction, Point best)
    {
        var point = Try(at, gradient, direction, best.Step);
        trial.CopyTo(at);
        return point.Value;
    }

    private double? Fail(Span<T> at, Span<T> gradient)
    {
        objective.Evaluate(at, gradient);
        Evaluations++;
        return null;
    }

    private Point Try(ReadOnlySpan<T> at, Span<T> gradient, ReadOnlySpan<T> direction, double step)
    {
        at.CopyTo(trial);
        Vectors.Add(trial.AsSpan(), step, direction);
        Evaluations++;
        var value = objective.Evaluate(trial, gradient);
        return new Point(step, value, Vectors.Dot<T>(gradient, direction));
    }

    private readonly record struct Point(double Step, double Value, double Slope);
}
