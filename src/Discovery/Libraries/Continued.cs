namespace Sci.Discovery;

/// <summary>A line of samples, continued at both ends by a quarter of its length where it goes round.</summary>
/// <param name="Values">The samples.</param>
/// <param name="First">Place of the first sample of the line itself.</param>
internal readonly record struct Continued(double[] Values, int First)
{
    public static Continued Of(ReadOnlySpan<double> samples, bool isPeriodic)
    {
        var more = isPeriodic ? samples.Length / 4 : 0;
        return new Continued([.. samples[^more..], .. samples, .. samples[..more]], more);
    }
}
