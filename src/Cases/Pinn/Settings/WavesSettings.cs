namespace Sci.Cases;

/// <summary>u = sin(πax) sin(πby).</summary>
public sealed record WavesSettings : SolutionSettings
{
    /// <summary>a.</summary>
    public required int A { get; init; }

    /// <summary>b.</summary>
    public required int B { get; init; }

    /// <inheritdoc/>
    public override (double Value, double Laplacian) At(double x, double y)
    {
        var u = Math.Sin(Math.PI * A * x) * Math.Sin(Math.PI * B * y);
        return (u, -Math.PI * Math.PI * ((A * A) + (B * B)) * u);
    }
}
