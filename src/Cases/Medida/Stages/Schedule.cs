namespace Sci.Cases;

/// <summary>When the truth is looked at: the snapshots of the windows, then the held-back forecasts.</summary>
internal sealed class Schedule
{
    private readonly MedidaSettings settings;

    public Schedule(MedidaSettings settings)
    {
        this.settings = settings;
        Windows = [.. Enumerable.Range(0, settings.Seen.Windows).Select(Snapshots)];
        Forecasts = settings.Verification is { } verification
            ? [.. Enumerable.Range(0, verification.Forecasts).Select(i => Curve(verification, i))]
            : [];
    }

    /// <summary>Times of the snapshots of each window.</summary>
    public IReadOnlyList<double[]> Windows { get; }

    /// <summary>Times at which each forecast is compared, its start first.</summary>
    public IReadOnlyList<double[]> Forecasts { get; }

    private double[] Snapshots(int window) =>
        [.. settings.Seen.Times.Select(time => settings.Truth!.Start + (window * settings.Seen.Every) + time)];

    private double[] Curve(VerificationSettings verification, int forecast)
    {
        var end = Windows.Max(times => times[^1]);
        var first = end + verification.Every + (forecast * verification.Apart);
        var count = (int)Math.Round(verification.Length / verification.Every);
        var onStep = settings.Truth!.NextFrom(first);
        return [.. Enumerable.Range(0, count + 1).Select(i => onStep + (i * verification.Every))];
    }
}
