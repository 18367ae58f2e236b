using System.Globalization;

namespace Sci.Testing;

/// <summary>Errors at several step sizes, and the order that they show.</summary>
/// <param name="Steps">Step sizes, largest first.</param>
/// <param name="Errors">The error at each.</param>
public sealed record Convergence(IReadOnlyList<double> Steps, IReadOnlyList<double> Errors)
{
    /// <summary>Slope of log error against log step by least squares.</summary>
    public double Order
    {
        get
        {
            var x = Steps.Select(step => Math.Log(step)).ToArray();
            var y = Errors.Select(error => Math.Log(error)).ToArray();
            double mx = x.Average(), my = y.Average();
            return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
        }
    }

    /// <summary>Measures <paramref name="error"/> at each step size.</summary>
    public static Convergence Of(IReadOnlyList<double> steps, Func<double, double> error) =>
        new(steps, [.. steps.Select(error)]);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"order {Order:F3}: {string.Join(", ", Steps.Zip(Errors, (h, e) => $"{h:g4} -> {e:e3}"))}");
}
