using System.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Moves members into lanes and back.</summary>
internal static class LanePacking<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>A state to the points of a lane.</summary>
    public static void PutPoints(LaneFft<TLanes, T> fft, ReadOnlySpan<double> state, int lane, Span<T> points)
    {
        for (var place = 0; place < state.Length; place++)
        {
            points[LaneFft<TLanes, T>.PointAt(place, lane)] = T.CreateTruncating(state[fft.Points[place]]);
        }
    }

    /// <summary>The points of a lane to a state, times a factor.</summary>
    public static void TakePoints(
        LaneFft<TLanes, T> fft, ReadOnlySpan<T> points, int lane, double factor, Span<double> state)
    {
        for (var place = 0; place < state.Length; place++)
        {
            var point = points[LaneFft<TLanes, T>.PointAt(place, lane)];
            state[fft.Points[place]] = factor * double.CreateTruncating(point);
        }
    }

    /// <summary>Modes 0 to n/2 to a lane.</summary>
    public static void PutModes(LaneFft<TLanes, T> fft, ReadOnlySpan<Complex> modes, int lane, Span<T> waves)
    {
        var n = fft.Size;
        waves[lane] = T.CreateTruncating(modes[0].Real);
        waves[lane + TLanes.Count] = T.CreateTruncating(modes[n / 2].Real);
        for (var place = 1; place < n / 2; place++)
        {
            var at = LaneFft<TLanes, T>.ModeAt(place, lane);
            var mode = fft.Modes[place];
            var (value, sign) = 2 * mode < n ? (modes[mode], 1) : (modes[n - mode], -1);
            waves[at] = T.CreateTruncating(value.Real);
            waves[at + TLanes.Count] = T.CreateTruncating(sign * value.Imaginary);
        }
    }
}
