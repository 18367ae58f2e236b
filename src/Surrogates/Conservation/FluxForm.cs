namespace Sci.Surrogates;

/// <summary>A step in flux form: whatever the fluxes, what leaves a cell enters its neighbour.</summary>
/// <remarks>
/// u - (Δt/Δx)(F[i+1] - F[i]), F[i] through the left face of cell i; cells + 1 faces, or as many on a ring.
/// </remarks>
public static class FluxForm
{
    /// <summary>
    /// Steps <paramref name="u"/> in place and returns the conservation error: the change of Δx Σ u less what entered
    /// at the ends.
    /// </summary>
    public static double Step(Span<double> u, ReadOnlySpan<double> fluxes, double timeStep, double spacing)
    {
        var ratio = timeStep / spacing;
        var isRing = fluxes.Length == u.Length;
        var change = 0.0;
        for (var i = 0; i < u.Length; i++)
        {
            var before = u[i];
            u[i] -= ratio * (fluxes[isRing && i + 1 == u.Length ? 0 : i + 1] - fluxes[i]);
            change += u[i] - before;
        }

        var entered = isRing ? 0 : timeStep * (fluxes[0] - fluxes[^1]);
        return Math.Abs((spacing * change) - entered);
    }

    /// <summary>Adjoint of the fluxes from that of the new field; that of the old field is the new one's.</summary>
    public static void PullBack(ReadOnlySpan<double> adjoint, Span<double> fluxAdjoint, double timeStep, double spacing)
    {
        var ratio = timeStep / spacing;
        var isRing = fluxAdjoint.Length == adjoint.Length;
        for (var face = 0; face < fluxAdjoint.Length; face++)
        {
            var right = face < adjoint.Length ? adjoint[face] : 0;
            var left = face > 0 ? adjoint[face - 1] : isRing ? adjoint[^1] : 0;
            fluxAdjoint[face] = ratio * (right - left);
        }
    }
}
