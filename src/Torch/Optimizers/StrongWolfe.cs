namespace TorchSharp.Modules;

/// <summary>
/// Finds a step that keeps Wolfe's strong conditions: enough descent, and a slope that has flattened.
/// </summary>
/// <remarks>
/// Nocedal and Wright (2006), Numerical Optimization, algorithms 3.5 and 3.6, with cubic steps; c₁ = 10⁻⁴, c₂ = 0.9.
/// </remarks>
internal static class StrongWolfe
{
    private const double Descent = 1e-4;
    private const double Curvature = 0.9;
    private const int Most = 25;

    /// <summary>A point of the line: step, value, slope.</summary>
    internal readonly record struct Point(double Step, double Value, double Slope);

    /// <summary>The step found, the last evaluated being it; a step of 0 where there is no descent.</summary>
    public static Point Search(Func<double, Point> at, Point start, double first)
    {
        var previous = start;
        var trial = at(first);
        for (var i = 1; i < Most; i++)
        {
            if (!IsLower(trial, start) || (i > 1 && trial.Value >= previous.Value))
            {
                return Zoom(at, start, previous, trial);
            }

            if (IsFlat(trial, start))
            {
                return trial;
            }

            if (trial.Slope >= 0)
            {
                return Zoom(at, start, trial, previous);
            }

            var (low, high) = (trial.Step + (0.01 * (trial.Step - previous.Step)), trial.Step * 10);
            var next = Math.Clamp(Minimum(previous, trial), low, high);
            previous = trial;
            trial = at(next);
        }

        return trial;
    }

    private static Point Zoom(Func<double, Point> at, Point start, Point low, Point high)
    {
        for (var i = 0; i < Most; i++)
        {
            var (least, most) = (Math.Min(low.Step, high.Step), Math.Max(low.Step, high.Step));
            if (most - least < 1e-14 * Math.Max(1, most))
            {
                break;
            }

            // A tenth off the ends, so that the bracket shrinks.
            var margin = 0.1 * (most - least);
            var trial = at(Math.Clamp(Minimum(low, high), least + margin, most - margin));
            if (!IsLower(trial, start) || trial.Value >= low.Value)
            {
                high = trial;
                continue;
            }

            if (IsFlat(trial, start))
            {
                return trial;
            }

            high = trial.Slope * (high.Step - low.Step) >= 0 ? low : high;
            low = trial;
        }

        return low.Step > 0 ? at(low.Step) : low;
    }

    private static bool IsLower(Point trial, Point start) =>
        trial.Value <= start.Value + (Descent * trial.Step * start.Slope) && double.IsFinite(trial.Value);

    private static bool IsFlat(Point trial, Point start) => Math.Abs(trial.Slope) <= -Curvature * start.Slope;

    // Of the cubic through two values and slopes (3.59); the middle where it has none.
    private static double Minimum(Point a, Point b)
    {
        var d1 = a.Slope + b.Slope - (3 * (a.Value - b.Value) / (a.Step - b.Step));
        var square = (d1 * d1) - (a.Slope * b.Slope);
        var d2 = Math.Sign(b.Step - a.Step) * Math.Sqrt(square);
        var step = b.Step - ((b.Step - a.Step) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2))));
        return double.IsFinite(step) ? step : (a.Step + b.Step) / 2;
    }
}
