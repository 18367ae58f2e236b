using System.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Moves members into lanes and back.</summary>
internal static class LanePacking<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    /// <summary>A state to the points of a lane.</summary>
    public static void PutPoints(LaneFft<TLanes> fft, ReadOnlySpan<double> state, int lane, Span<double> points)
    {
        for (var place = 0; place < state.Length; place++)
        {
            points[LaneFft<TLanes>.PointAt(place, lane)] = state[fft.Points[place]];
        }
    }

    /// <summary>The points of a lane to a state, times a factor.</summary>
    public static void TakePoints(
        LaneFft<TLanes> fft, ReadOnlySpan<double> points, int lane, double factor, Span<double> state)
    {
        for (var place = 0; place < state.Length; place++)
        {
            state[fft.Points[place]] = factor * points[LaneFft<TLanes>.PointAt(place, lane)];
        }
    }

    /// <summary>Modes 0 to n/2 to a lane.</summary>
    public static void PutModes(LaneFft<TLanes> fft, ReadOnlySpan<Complex> modes, int lane, Span<double> waves)
    {
        var n = fft.Size;
        waves[lane] = modes[0].Real;
        waves[lane + TLanes.Count] = modes[n / 2].Real;
        for (var place = 1; place < n / 2; place++)
        {
            var at = LaneFft<TLanes>.ModeAt(place, lane);
            var mode = fft.Modes[place];
            var (value, sign) = 2 * mode < n ? (modes[mode], 1) : (modes[n - mode], -1);
            waves[at] = value.Real;
            waves[at + TLanes.Count] = sign * value.Imaginary;
        }
    }
}
