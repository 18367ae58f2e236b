using System.Numerics;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>The triangular root of a small ensemble, applied panel by panel of columns.</summary>
internal static class SmallTransform
{
    /// <summary>
    /// Replaces the anomalies A by B + t 1ᵀB, B = L⁻¹A, and moves the mean by wᵀB.
    /// </summary>
    /// <param name="factor">L.</param>
    /// <param name="turn">t, shape [members].</param>
    /// <param name="weights">w, shape [members].</param>
    /// <param name="ensemble">Members in rows.</param>
    public static void Apply(
        SmallTriangle factor, ReadOnlySpan<double> turn, ReadOnlySpan<double> weights, States ensemble)
    {
        Span<double> panel = stackalloc double[factor.PanelLength];
        Span<double> mean = stackalloc double[Panels.Width];
        for (var column = 0; column < ensemble.Size; column += Panels.Width)
        {
            var columns = Panels.Load(ensemble, column, panel);
            Panels.Center(panel, ensemble.Count, columns, mean);
            factor.Solve(panel, Panels.Width, columns);
            for (var j = 0; j < columns; j += Panels.Columns)
            {
                Turn(panel[j..], turn, weights, mean[j..]);
            }

            Panels.Save(panel, ensemble, column);
        }
    }

    private static void Turn(
        Span<double> panel, ReadOnlySpan<double> turn, ReadOnlySpan<double> weights, Span<double> mean)
    {
        Vector<double> s0 = default, s1 = default;
        var (m0, m1) = (Panels.First(ref mean[0]), Panels.Second(ref mean[0]));
        for (var m = 0; m < weights.Length; m++)
        {
            ref var row = ref panel[m * Panels.Width];
            var w = new Vector<double>(weights[m]);
            s0 += Panels.First(ref row);
            s1 += Panels.Second(ref row);
            m0 = Vector.FusedMultiplyAdd(w, Panels.First(ref row), m0);
            m1 = Vector.FusedMultiplyAdd(w, Panels.Second(ref row), m1);
        }

        for (var m = 0; m < turn.Length; m++)
        {
            ref var row = ref panel[m * Panels.Width];
            var t = new Vector<double>(turn[m]);
            Panels.Store(
                Panels.First(ref row) + Vector.FusedMultiplyAdd(t, s0, m0),
                Panels.Second(ref row) + Vector.FusedMultiplyAdd(t, s1, m1), ref row);
        }
    }
}
