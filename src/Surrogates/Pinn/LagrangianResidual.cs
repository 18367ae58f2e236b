using System.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// A moving field in its own labels ξ: x_t = c + a w and w_t = ν w_xx, with x = ξ + output 0 and w = output 1.
/// </summary>
/// <param name="layout">Second order in ξ, first in time.</param>
/// <param name="speed">c.</param>
/// <param name="advection">a: 0 for convection, 1 for Burgers.</param>
/// <param name="viscosity">ν.</param>
/// <param name="inLabels">
/// Whether w_xx is taken with respect to ξ, as the published program does; it is right only where x_ξ = 1.
/// </param>
/// <remarks>
/// Mojgani, Balajewicz and Hassanzadeh (2022), arXiv:2205.02902; with J = x_ξ the diffusion is w_xx = (w_ξξ - w_ξ
/// J_ξ/J)/J².
/// </remarks>
public sealed class LagrangianResidual<T>(
    JetLayout layout, double speed, double advection, double viscosity, bool inLabels)
    : IResidual<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int first = layout[0, 1];
    private readonly int second = layout[0, 2];
    private readonly int time = layout[1, 1];
    private readonly T c = T.CreateTruncating(speed);
    private readonly T a = T.CreateTruncating(advection);
    private readonly T nu = T.CreateTruncating(viscosity);

    /// <inheritdoc/>
    public int Equations => 2;

    /// <inheritdoc/>
    public void Evaluate(in JetTile<T> tile)
    {
        var motion = new Rows(tile, 0, this);
        var field = new Rows(tile, 1, this);
        var r = tile.Residual(0);
        var q = tile.Residual(1);
        for (var i = 0; i < r.Length; i++)
        {
            var j = inLabels ? T.One : T.One + motion.First[i];
            var bend = inLabels ? T.Zero : motion.Second[i];
            r[i] = motion.Time[i] - c - (a * field.Value[i]);
            q[i] = field.Time[i] - (nu * (field.Second[i] - (field.First[i] * bend / j)) / (j * j));
        }
    }

    /// <inheritdoc/>
    public void PullBack(in JetTile<T> tile)
    {
        var motion = new Rows(tile, 0, this);
        var field = new Rows(tile, 1, this);
        var r = tile.Seed(0);
        var q = tile.Seed(1);
        for (var i = 0; i < r.Length; i++)
        {
            var j = inLabels ? T.One : T.One + motion.First[i];
            var bend = inLabels ? T.Zero : motion.Second[i];
            var s = -nu * q[i] / (j * j);
            tile.Adjoint(0, time)[i] += r[i];
            tile.Adjoint(1, 0)[i] -= a * r[i];
            tile.Adjoint(1, time)[i] += q[i];
            tile.Adjoint(1, second)[i] += s;
            tile.Adjoint(1, first)[i] -= s * bend / j;
            if (!inLabels)
            {
                tile.Adjoint(0, second)[i] -= s * field.First[i] / j;
                tile.Adjoint(0, first)[i] += s * ((N(3) * field.First[i] * bend / j) - (N(2) * field.Second[i])) / j;
            }
        }
    }

    private static T N(double value) => T.CreateTruncating(value);

    private readonly ref struct Rows(in JetTile<T> tile, int output, LagrangianResidual<T> owner)
    {
        public readonly ReadOnlySpan<T> Value = tile[output, 0];
        public readonly ReadOnlySpan<T> First = tile[output, owner.first];
        public readonly ReadOnlySpan<T> Second = tile[output, owner.second];
        public readonly ReadOnlySpan<T> Time = tile[output, owner.time];
    }
}
