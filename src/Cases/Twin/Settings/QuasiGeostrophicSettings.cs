using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// Quasi-geostrophic flow of two layers in a periodic square, driven by a sheared current, in pyqg's algorithm.
/// </summary>
/// <remarks>
/// The unit of length is the deformation radius, that of time the radius over the current of the upper layer; the lower
/// layer is four times as deep and at rest.
/// </remarks>
public sealed record QuasiGeostrophicSettings : SystemSettings, IChecked
{
    /// <summary>Points along each side.</summary>
    [Even]
    [Between(8, 1024)]
    public required int Points { get; init; }

    /// <summary>Length of a side.</summary>
    [Positive]
    public required double Length { get; init; }

    /// <summary>Gradient of the Coriolis parameter.</summary>
    public required double Beta { get; init; }

    /// <summary>Rate of the drag at the bottom.</summary>
    [NonNegative]
    public required double BottomDrag { get; init; }

    /// <summary>
    /// Digits that steps are computed with; <c>single</c> needs points in multiples of 16 without prime factors above
    /// 5.
    /// </summary>
    public PrecisionName Precision { get; init; }

    internal override Grid Grid => Grid.Box(Points, Points, Length, Length);

    internal override int Fields => 2;

    internal override IReadOnlyList<string> Names => ["q1", "q2"];

    internal override IModel Model() => new TwoLayerFlow
    {
        Beta = Beta,
        DeformationRadius = 1,
        DepthRatio = 0.25,
        UpperCurrent = 1,
        LowerCurrent = 0,
        BottomDrag = BottomDrag,
    }.AsPyqg(Grid, TimeStep).In(Solved.Precision(Precision));

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Try(Model, nameof(Precision));
    }

    // Noise that the shear makes into eddies.
    internal override double[] First()
    {
        var state = new double[2 * Points * Points];
        new RandomSource(1).Normals(state.AsSpan(0, Points * Points));
        return Array.ConvertAll(state, value => 0.1 * value);
    }
}
