using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>A part of the line and the expert for it.</summary>
internal sealed class ExpertsPart
{
    private readonly ExpertsSettings settings;

    /// <param name="settings">The case.</param>
    /// <param name="solutions">What its basis is made from.</param>
    /// <param name="first">First point that it answers for.</param>
    /// <param name="last">The one after the last.</param>
    /// <param name="basis">Number of its basis fields.</param>
    public ExpertsPart(ExpertsSettings settings, SorptionSolutions solutions, int first, int last, int basis)
    {
        this.settings = settings;
        (First, Last) = (first, last);
        Basis = new SorptionBasis(
            settings, solutions, Math.Max(0, first - 1), Math.Min(settings.Points, last + 1), basis);
        Rows = [.. Enumerable.Range(0, settings.Intervals + 1)
            .SelectMany(k => Enumerable.Range(first, last - first).Select(i => (k, i)))];
        Channels = Basis.Channels(Rows);
    }

    /// <summary>First point.</summary>
    public int First { get; }

    /// <summary>The one after the last.</summary>
    public int Last { get; }

    /// <summary>Its fields.</summary>
    public SorptionBasis Basis { get; }

    /// <summary>Times and points of its residuals.</summary>
    public (int Time, int Point)[] Rows { get; }

    /// <summary>u, u_t, u_x and u_xx of the basis there.</summary>
    public States[] Channels { get; }

    /// <summary>Multiplications of one evaluation of its normal equations.</summary>
    public double Work => (double)Rows.Length * Basis.Count * Basis.Count;

    /// <summary>Its residuals for an initial state.</summary>
    public BasisCollocation Problem(double[] initial) => Problem(initial, Channels);

    /// <summary>The same with other basis fields.</summary>
    public BasisCollocation Problem(double[] initial, States[] channels)
    {
        SorptionRow[] kinds = [.. Rows.Select(row =>
            row.Time == 0 || row.Point == 0 ? SorptionRow.Given
            : row.Point == settings.Points - 1 ? SorptionRow.RightEnd
            : SorptionRow.Equation)];
        double[] values = [.. Rows.Select(row => row.Point == 0 ? 1 : initial[row.Point])];
        return new BasisCollocation(new SorptionPoint(kinds, values, settings.Weight), channels, settings.Ridge, 0);
    }

    /// <summary>Writes its field into the whole one, shape [times, points].</summary>
    public void Write(ReadOnlySpan<double> omega, States field)
    {
        for (var r = 0; r < Rows.Length; r++)
        {
            field[Rows[r].Time][Rows[r].Point] = TensorPrimitives.Dot<double>(Channels[0][r], omega);
        }
    }
}
