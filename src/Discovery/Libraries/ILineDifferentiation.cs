namespace Sci.Discovery;

/// <summary>A way to differentiate samples along one axis: in time, or along x or y.</summary>
public interface ILineDifferentiation
{
    /// <summary>Number of samples at either open end whose derivatives are poorer than inside.</summary>
    int Margin { get; }

    /// <summary>
    /// The derivative of the given order of equally spaced samples, shape [n] to [n]; safe on any number of threads.
    /// </summary>
    /// <param name="samples">The samples.</param>
    /// <param name="spacing">Their distance.</param>
    /// <param name="order">Order, at least 1.</param>
    /// <param name="isPeriodic">Whether the samples go on at the other end.</param>
    /// <param name="derivative">The result; not the samples' own memory.</param>
    void Apply(ReadOnlySpan<double> samples, double spacing, int order, bool isPeriodic, Span<double> derivative);
}
