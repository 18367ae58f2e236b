namespace Sci.Surrogates.Tests;

// A residual that is not linear, with simple derivatives.
internal sealed class Square : IPointwise
{
    public int Channels => 1;

    public double Evaluate(int point, ReadOnlySpan<double> channels, Span<double> gradient, Span<double> hessian)
    {
        (gradient[0], hessian[0]) = (1 + (0.4 * channels[0]), 0.4);
        return channels[0] + (0.2 * channels[0] * channels[0]) - Math.Sin(point);
    }
}
