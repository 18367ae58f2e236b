using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A system that is an equation, solved pseudo-spectrally or by central differences.</summary>
public abstract record SpectralSystemSettings : ModelSystemSettings, IChecked
{
    /// <summary>The scheme.</summary>
    public required SolvedSchemeName Scheme { get; init; }

    /// <summary>How products are kept free of aliases.</summary>
    public DealiasingName Dealiasing { get; init; }

    /// <summary>Order of central differences in place of exact derivatives: 2, 4 or 6.</summary>
    public int? Differences { get; init; }

    /// <summary>Whether modes beyond 0.65 of the largest wavenumber are damped after every step, as in pyqg.</summary>
    public bool Filter { get; init; }

    /// <summary>
    /// Digits that steps are computed with; <c>single</c> is for lines and boxes that vector lanes carry, with steps of
    /// fixed length.
    /// </summary>
    public PrecisionName Precision { get; init; }

    /// <summary>Its equation.</summary>
    internal abstract Equation Equation { get; }

    /// <summary>Quantities that are followed.</summary>
    internal abstract IReadOnlyList<Quantity> Quantities { get; }

    internal override Grid Grid => Equation.Grid;

    internal override IReadOnlyList<string> Fields => Equation.Fields;

    internal override int SchemeOrder => Solved.Scheme(Scheme, 1).Order;

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(Differences is null or 2 or 4 or 6, nameof(Differences), "must be 2, 4 or 6");
        complaints.Require(
            Differences is null || (!Filter && Dealiasing == DealiasingName.None), nameof(Differences),
            "stand alone, without dealiasing and filter");
        complaints.Require(
            Step is FixedStepSettings || Solved.Scheme(Scheme, 1).Memory == 0, nameof(Scheme),
            "must be a one-step scheme where steps vary");
        var before = complaints.All.Count;
        complaints.Try(() => Equation, "");
        if (Precision == PrecisionName.Single && complaints.All.Count == before)
        {
            complaints.Require(
                Step is FixedStepSettings, nameof(Precision), "must be `double` where steps vary with their error");
            complaints.Try(() => Spectral(1), nameof(Precision));
        }
    }

    internal override IModel Model(double timeStep) => Spectral(timeStep);

    /// <summary>The model of a fixed step.</summary>
    internal SpectralModel Spectral(double timeStep) =>
        InDouble(timeStep).In(Solved.Precision(Precision));

    private SpectralModel InDouble(double timeStep) => Differences is { } order
        ? new SpectralModel(Equation, Solved.Scheme(Scheme, timeStep), order switch
        {
            2 => Stencil.Second,
            4 => Stencil.Fourth,
            _ => Stencil.Sixth,
        })
        : new SpectralModel(
            Equation, Solved.Scheme(Scheme, timeStep), Solved.Dealiasing(Dealiasing),
            Filter ? ExponentialFilter.Pyqg : null);
}
