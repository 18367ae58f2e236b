namespace Sci.Surrogates;

/// <summary>A residual at single points, of channels (values and derivatives) there.</summary>
public interface IPointwise
{
    /// <summary>Number of channels.</summary>
    int Channels { get; }

    /// <summary>The residual at a point, its gradient [channels] and its Hessian [channels, channels].</summary>
    double Evaluate(int point, ReadOnlySpan<double> channels, Span<double> gradient, Span<double> hessian);
}
