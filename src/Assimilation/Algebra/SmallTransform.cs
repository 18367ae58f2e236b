using System.Numerics;
using System.Runtime.InteropServices;
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
        var (width, members) = (SmallTriangle.Width, ensemble.Count);
        Span<double> panel = stackalloc double[factor.PanelRows * width];
        panel.Clear();
        for (var column = 0; column < ensemble.Size; column += width)
        {
            var columns = Math.Min(width, ensemble.Size - column);
            for (var m = 0; m < members; m++)
            {
                ensemble[m].Slice(column, columns).CopyTo(panel[(m * width)..]);
            }

            Panel(factor, turn, weights, panel);
            for (var m = 0; m < members; m++)
            {
                panel.Slice(m * width, columns).CopyTo(ensemble[m][column..]);
            }
        }
    }

    private static void Panel(
        SmallTriangle factor, ReadOnlySpan<double> turn, ReadOnlySpan<double> weights, Span<double> panel)
    {
        Span<Vector<double>> mean = stackalloc Vector<double>[4];
        var rows = MemoryMarshal.Cast<double, Vector<double>>(panel)[..(4 * turn.Length)];
        Center(rows, mean);
        factor.SolvePanel(panel);
        Turn(rows, turn, weights, mean);
    }

    private static void Center(Span<Vector<double>> rows, Span<Vector<double>> mean)
    {
        Vector<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var i = 3; i < rows.Length; i += 4)
        {
            s0 += rows[i - 3];
            s1 += rows[i - 2];
            s2 += rows[i - 1];
            s3 += rows[i];
        }

        var share = new Vector<double>(4.0 / rows.Length);
        s0 *= share;
        s1 *= share;
        s2 *= share;
        s3 *= share;
        for (var i = 3; i < rows.Length; i += 4)
        {
            rows[i - 3] -= s0;
            rows[i - 2] -= s1;
            rows[i - 1] -= s2;
            rows[i] -= s3;
        }

        mean[0] = s0;
        mean[1] = s1;
        mean[2] = s2;
        mean[3] = s3;
    }

    private static void Turn(
        Span<Vector<double>> rows, ReadOnlySpan<double> turn, ReadOnlySpan<double> weights,
        ReadOnlySpan<Vector<double>> mean)
    {
        Vector<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector<double> m0 = mean[0], m1 = mean[1], m2 = mean[2], m3 = mean[3];
        for (int i = 3, m = 0; i < rows.Length; i += 4, m++)
        {
            var w = new Vector<double>(weights[m]);
            s0 += rows[i - 3];
            s1 += rows[i - 2];
            s2 += rows[i - 1];
            s3 += rows[i];
            m0 = Vector.FusedMultiplyAdd(w, rows[i - 3], m0);
            m1 = Vector.FusedMultiplyAdd(w, rows[i - 2], m1);
            m2 = Vector.FusedMultiplyAdd(w, rows[i - 1], m2);
            m3 = Vector.FusedMultiplyAdd(w, rows[i], m3);
        }

        for (int i = 3, m = 0; i < rows.Length; i += 4, m++)
        {
            var t = new Vector<double>(turn[m]);
            rows[i - 3] += Vector.FusedMultiplyAdd(t, s0, m0);
            rows[i - 2] += Vector.FusedMultiplyAdd(t, s1, m1);
            rows[i - 1] += Vector.FusedMultiplyAdd(t, s2, m2);
            rows[i] += Vector.FusedMultiplyAdd(t, s3, m3);
        }
    }
}
