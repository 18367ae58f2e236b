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
        for (int place = 0, at = lane; place < state.Length; place++, at += TLanes.Count)
        {
            points[at] = state[fft.Points[place]];
        }
    }

    /// <summary>The points of a lane to a state, times a factor.</summary>
    public static void TakePoints(LaneFft<TLanes> fft, ReadOnlySpan<double> points, int lane, double factor, Span<double> state)
    {
        for (int place = 0, at = lane; place < state.Length; place++, at += TLanes.Count)
        {
            state[fft.Points[place]] = factor * points[at];
        }
    }

    /// <summary>Modes 0 to n/2 to a lane.</summary>
    public static void PutModes(LaneFft<TLanes> fft, ReadOnlySpan<Complex> modes, int lane, Span<double> waves)
    {
        var n = fft.Size;
        waves[lane] = modes[0].Real;
        waves[lane + TLanes.Count] = modes[n / 2].Real;
        for (int place = 1, at = lane + (2 * TLanes.Count); place < n / 2; place++, at += 2 * TLanes.Count)
        {
            var mode = fft.Modes[place];
            var (value, sign) = 2 * mode < n ? (modes[mode], 1) : (modes[n - mode], -1);
            waves[at] = value.Real;
            waves[at + TLanes.Count] = sign * value.Imaginary;
        }
    }
}
