using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>u_t = -u u_x - u_xx - u_xxxx on a periodic line, by ETDRK4.</summary>
public sealed record KuramotoSivashinskySettings : SystemSettings, IChecked
{
    /// <summary>Number of points.</summary>
    [Even]
    [Between(8, 1 << 16)]
    public required int Points { get; init; }

    /// <summary>Period.</summary>
    [Positive]
    public required double Length { get; init; }

    /// <summary>
    /// Digits that steps are computed with; <c>single</c> needs 16, 32, 64, … points.
    /// </summary>
    public PrecisionName Precision { get; init; }

    internal override Grid Grid => Grid.Line(Points, Length);

    internal override int Fields => 1;

    internal override IReadOnlyList<string> Names => ["u"];

    internal override IModel Model() =>
        new SpectralModel(Equation.Parse(Grid, "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(TimeStep))
            .In(Solved.Precision(Precision));

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(Model, nameof(Precision));
    }

    // Kassam and Trefethen (2005), stretched over the period.
    internal override double[] First() =>
        [.. Grid.Axes[0].Coordinates().Select(x => 2 * Math.PI * x / Length).Select(
            x => Math.Cos(x) * (1 + Math.Sin(x)))];
}
