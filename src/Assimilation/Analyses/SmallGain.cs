using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The gain of a small ensemble or of few observations, panel by panel of the state's columns.</summary>
/// <remarks>
/// With L Lᵀ either system of <see cref="Gain"/>, a departure d moves a state by (L⁻¹p)ᵀ L⁻¹Q: p = Y d/(N-1) and Q = A
/// in that of the members, p = d and Q = YᵀA/(N-1) in that of the observations.
/// </remarks>
internal sealed class SmallGain : Gain
{
    // Sizes up to which all that is observed stays in the nearest caches.
    private const int Longest = 256;

    private readonly States ensemble;
    private readonly Matrix y;
    private readonly bool ofMembers;
    private readonly IndependentErrors? direct;
    private readonly Matrix seen;
    private readonly SmallTriangle factor;

    public SmallGain(States ensemble, Observations observations, Matrix y)
    {
        (this.ensemble, this.y, ofMembers) = (ensemble, y, y.Rows < y.Columns);
        direct = !ofMembers && observations.Operator is Everything ? observations.Errors as IndependentErrors : null;
        seen = ofMembers ? Panels.Transposed(y) : Panels.Copy(y);
        var (count, order) = ofMembers ? (y.Columns, y.Rows) : (y.Rows, y.Columns);
        factor = new SmallTriangle(SmallTriangle.Covariance(Scale, seen, count, order), order);
    }

    private double Scale => 1.0 / (y.Rows - 1);

    public static bool Suits(Matrix y) =>
        Math.Min(y.Rows, y.Columns) <= SmallTriangle.LargestOrder && Math.Max(y.Rows, y.Columns) <= Longest;

    public override void Move(States ensemble, Matrix departures)
    {
        using var pulls = Pulls(departures);
        if (direct is not null)
        {
            MoveDirectly(ensemble, departures, pulls, direct.Deviations);
            return;
        }

        Span<double> moved = new double[Panels.PanelLength(ensemble.Count)];
        Span<double> gains = stackalloc double[factor.PanelLength];
        for (var column = 0; column < ensemble.Size; column += Panels.Width)
        {
            var columns = Panels.Load(ensemble, column, moved);
            Gains(moved, gains, columns);
            Panels.AddInner(1, pulls, 0, factor.Order, gains, Panels.Width, moved, Panels.Width, columns);
            Panels.Save(moved, ensemble, column);
        }
    }

    // All is seen, each value for itself: with A = Y D, D the deviations, C⁻¹Q is (I - C⁻¹) D, so that a state moves by
    // (d - (L⁻¹d)ᵀL⁻¹) D. Above the diagonal L⁻¹ is zero.
    private void MoveDirectly(States ensemble, Matrix departures, Matrix pulls, ReadOnlySpan<double> deviations)
    {
        for (var m = 0; m < ensemble.Count; m++)
        {
            TensorPrimitives.MultiplyAdd(departures[m], deviations, ensemble[m], ensemble[m]);
        }

        Span<double> moved = new double[Panels.PanelLength(ensemble.Count)];
        Span<double> inverse = stackalloc double[factor.PanelLength];
        for (var column = 0; column < ensemble.Size; column += Panels.Width)
        {
            var columns = Panels.Load(ensemble, column, moved);
            for (var tile = column; tile < column + columns; tile += Panels.Columns)
            {
                Diagonal(deviations, tile, inverse);
                factor.Solve(inverse, Panels.Width, Panels.Columns, tile);
                Panels.AddInner(
                    -1, pulls, tile, factor.Order - tile, inverse[(tile * Panels.Width)..], Panels.Width,
                    moved[(tile - column)..], Panels.Width, Panels.Columns);
            }

            Panels.Save(moved, ensemble, column);
        }
    }

    // The columns of a tile of the diagonal matrix of these values, from the row where they begin.
    private static void Diagonal(ReadOnlySpan<double> values, int tile, Span<double> panel)
    {
        for (var i = tile; i * Panels.Width < panel.Length; i++)
        {
            panel.Slice(i * Panels.Width, Panels.Columns).Clear();
            if (i < Math.Min(tile + Panels.Columns, values.Length))
            {
                panel[(i * Panels.Width) + i - tile] = values[i];
            }
        }
    }

    public override void MoveOne(Span<double> state, Span<double> departure)
    {
        ReadOnlySpan<double> d = departure;
        Span<double> pull = stackalloc double[factor.Order];
        for (var m = 0; m < pull.Length; m++)
        {
            pull[m] = ofMembers ? Scale * TensorPrimitives.Dot(y[m], d) : d[m];
        }

        factor.SolveVector(pull);
        Span<double> members = new double[Panels.PanelLength(ensemble.Count)];
        Span<double> gains = stackalloc double[factor.PanelLength];
        for (var column = 0; column < state.Length; column += Panels.Width)
        {
            Gains(members, gains, Panels.Load(ensemble, column, members));
            var columns = state[column..Math.Min(state.Length, column + Panels.Width)];
            for (var k = 0; k < pull.Length; k++)
            {
                TensorPrimitives.MultiplyAdd(gains.Slice(k * Panels.Width, columns.Length), pull[k], columns, columns);
            }
        }
    }

    // L⁻¹p of every departure, one a column.
    private Matrix Pulls(Matrix departures)
    {
        var pulls = Panels.Transposed(departures);
        if (ofMembers)
        {
            using var d = pulls;
            pulls = Panels.Inner(Scale, seen, d, y.Columns);
        }

        factor.Solve(pulls.Values, pulls.Columns, pulls.Columns);
        return pulls;
    }

    // L⁻¹Q of a panel of the members.
    private void Gains(ReadOnlySpan<double> members, Span<double> gains, int columns)
    {
        Span<double> mean = stackalloc double[Panels.Width];
        Span<double> anomalies = ofMembers ? gains : new double[members.Length];
        members.CopyTo(anomalies);
        Panels.Center(anomalies, ensemble.Count, columns, mean);
        if (!ofMembers)
        {
            gains.Clear();
            Panels.AddInner(Scale, seen, 0, ensemble.Count, anomalies, Panels.Width, gains, Panels.Width, columns);
        }

        factor.Solve(gains, Panels.Width, columns);
    }

    public override void Dispose()
    {
        seen.Dispose();
        factor.Dispose();
    }
}
