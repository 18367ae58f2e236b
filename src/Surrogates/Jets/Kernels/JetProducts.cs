using System.Runtime.CompilerServices;

namespace Sci.Surrogates;

/// <summary>Products of weights with blocks of jets: the inner loops of a narrow network.</summary>
/// <remarks>
/// A block is <see cref="Registers"/> registers of points; a row of jets is [channel][register][lane], without gaps.
/// Four rows of weights meet three registers of one channel: twelve sums stay in registers over the inner loop.
/// </remarks>
internal static unsafe class JetProducts<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>Registers of points that go together.</summary>
    public const int Registers = Together * 4;

    private const int Together = 3;

    private const int Rows = 4;

    /// <summary>
    /// output = W input, where W[row, k] is weights[row·rowStride + k·columnStride]; the bias goes to channel 0.
    /// </summary>
    public static void Multiply(
        T* output, T* input, T* weights, int rowStride, int columnStride, int rows, int depth, int channels, T* bias)
    {
        var step = Together * TLanes.Count;
        var pieces = channels * (Registers / Together);
        var stride = pieces * step;
        for (var piece = 0; piece < pieces; piece++, input += step, output += step)
        {
            var isBiased = piece < Registers / Together && bias is not null;
            var row = 0;
            for (; row + Rows <= rows; row += Rows)
            {
                Four(output + (row * stride), input, stride, weights + (row * rowStride), rowStride, columnStride,
                    depth, isBiased ? bias + row : null);
            }

            for (; row < rows; row++)
            {
                One(output + (row * stride), input, stride, weights + (row * rowStride), columnStride, depth,
                    isBiased ? bias + row : null);
            }
        }
    }

    /// <summary>gradient[row, k] += Σ over channels of left[row]·right[k], a lane for itself.</summary>
    public static void Accumulate(T* gradient, T* left, T* right, int rows, int depth, int channels)
    {
        var length = channels * Registers;
        var stride = length * TLanes.Count;
        for (var row = 0; row < rows; row += Rows)
        {
            var few = Math.Min(Rows, rows - row);
            var k = 0;
            for (; few == Rows && k + 3 <= depth; k += 3)
            {
                FourByThree(gradient + (((row * depth) + k) * TLanes.Count), depth, left + (row * stride), right
                    + (k * stride), stride, length);
            }

            for (; few == Rows && k + 2 <= depth; k += 2)
            {
                FourByTwo(gradient + (((row * depth) + k) * TLanes.Count), depth, left + (row * stride), right
                    + (k * stride), stride, length);
            }

            for (; few == Rows && k < depth; k++)
            {
                FourByOne(gradient + (((row * depth) + k) * TLanes.Count), depth, left + (row * stride), right
                    + (k * stride), stride, length);
            }

            for (; k < depth; k++)
            {
                for (var j = row; j < row + few; j++)
                {
                    OneByOne(gradient + (((j * depth) + k) * TLanes.Count), left + (j * stride), right
                        + (k * stride), length);
                }
            }
        }
    }

    /// <summary>gradient[row] += left[row], channel 0 alone: what a bias receives.</summary>
    public static void AccumulateBias(T* gradient, T* left, int rows, int channels)
    {
        var stride = channels * Registers * TLanes.Count;
        for (var row = 0; row < rows; row++)
        {
            var at = left + (row * stride);
            var sum = TLanes.Load(gradient + (row * TLanes.Count));
            for (var v = 0; v < Registers * TLanes.Count; v += TLanes.Count)
            {
                sum += TLanes.Load(at + v);
            }

            sum.Store(gradient + (row * TLanes.Count));
        }
    }

    private static void Four(
        T* output, T* input, int stride, T* weights, int rowStride, int columnStride, int depth, T* bias)
    {
        var b0 = bias is null ? default : TLanes.Broadcast(bias[0]);
        var b1 = bias is null ? default : TLanes.Broadcast(bias[1]);
        var b2 = bias is null ? default : TLanes.Broadcast(bias[2]);
        var b3 = bias is null ? default : TLanes.Broadcast(bias[3]);
        TLanes a00 = b0, a01 = b0, a02 = b0, a10 = b1, a11 = b1, a12 = b1;
        TLanes a20 = b2, a21 = b2, a22 = b2, a30 = b3, a31 = b3, a32 = b3;
        // Widened once: the loop is as short as its twelve products ask for.
        nint next = stride, column = columnStride, second = rowStride, third = 2 * second, fourth = 3 * second;
        for (var k = 0; k < depth; k++)
        {
            var (x0, x1, x2) = (TLanes.Load(input), TLanes.Load(input + TLanes.Count),
                TLanes.Load(input + (2 * TLanes.Count)));
            var w = TLanes.Broadcast(weights[0]);
            a00 = TLanes.MultiplyAdd(w, x0, a00);
            a01 = TLanes.MultiplyAdd(w, x1, a01);
            a02 = TLanes.MultiplyAdd(w, x2, a02);
            w = TLanes.Broadcast(weights[second]);
            a10 = TLanes.MultiplyAdd(w, x0, a10);
            a11 = TLanes.MultiplyAdd(w, x1, a11);
            a12 = TLanes.MultiplyAdd(w, x2, a12);
            w = TLanes.Broadcast(weights[third]);
            a20 = TLanes.MultiplyAdd(w, x0, a20);
            a21 = TLanes.MultiplyAdd(w, x1, a21);
            a22 = TLanes.MultiplyAdd(w, x2, a22);
            w = TLanes.Broadcast(weights[fourth]);
            a30 = TLanes.MultiplyAdd(w, x0, a30);
            a31 = TLanes.MultiplyAdd(w, x1, a31);
            a32 = TLanes.MultiplyAdd(w, x2, a32);
            input += next;
            weights += column;
        }

        Store(output, a00, a01, a02);
        Store(output + stride, a10, a11, a12);
        Store(output + (2 * stride), a20, a21, a22);
        Store(output + (3 * stride), a30, a31, a32);
    }

    private static void One(T* output, T* input, int stride, T* weights, int columnStride, int depth, T* bias)
    {
        var b = bias is null ? default : TLanes.Broadcast(bias[0]);
        TLanes a0 = b, a1 = b, a2 = b;
        for (var k = 0; k < depth; k++)
        {
            var w = TLanes.Broadcast(weights[k * columnStride]);
            a0 = TLanes.MultiplyAdd(w, TLanes.Load(input), a0);
            a1 = TLanes.MultiplyAdd(w, TLanes.Load(input + TLanes.Count), a1);
            a2 = TLanes.MultiplyAdd(w, TLanes.Load(input + (2 * TLanes.Count)), a2);
            input += stride;
        }

        Store(output, a0, a1, a2);
    }

    private static void FourByThree(T* gradient, int depth, T* left, T* right, int stride, int length)
    {
        TLanes a00 = default, a01 = default, a02 = default, a10 = default, a11 = default, a12 = default;
        TLanes a20 = default, a21 = default, a22 = default, a30 = default, a31 = default, a32 = default;
        nint second = stride, third = 2 * second, fourth = 3 * second;
        for (var v = 0; v < length; v++)
        {
            var (x0, x1, x2) = (TLanes.Load(right), TLanes.Load(right + second), TLanes.Load(right + third));
            var g = TLanes.Load(left);
            a00 = TLanes.MultiplyAdd(g, x0, a00);
            a01 = TLanes.MultiplyAdd(g, x1, a01);
            a02 = TLanes.MultiplyAdd(g, x2, a02);
            g = TLanes.Load(left + second);
            a10 = TLanes.MultiplyAdd(g, x0, a10);
            a11 = TLanes.MultiplyAdd(g, x1, a11);
            a12 = TLanes.MultiplyAdd(g, x2, a12);
            g = TLanes.Load(left + third);
            a20 = TLanes.MultiplyAdd(g, x0, a20);
            a21 = TLanes.MultiplyAdd(g, x1, a21);
            a22 = TLanes.MultiplyAdd(g, x2, a22);
            g = TLanes.Load(left + fourth);
            a30 = TLanes.MultiplyAdd(g, x0, a30);
            a31 = TLanes.MultiplyAdd(g, x1, a31);
            a32 = TLanes.MultiplyAdd(g, x2, a32);
            left += TLanes.Count;
            right += TLanes.Count;
        }

        var row = depth * TLanes.Count;
        Add(gradient, a00, a01, a02);
        Add(gradient + row, a10, a11, a12);
        Add(gradient + (2 * row), a20, a21, a22);
        Add(gradient + (3 * row), a30, a31, a32);
    }

    private static void FourByTwo(T* gradient, int depth, T* left, T* right, int stride, int length)
    {
        TLanes a00 = default, a01 = default, a10 = default, a11 = default;
        TLanes a20 = default, a21 = default, a30 = default, a31 = default;
        nint second = stride, third = 2 * second, fourth = 3 * second;
        for (var v = 0; v < length; v++)
        {
            var (x0, x1) = (TLanes.Load(right), TLanes.Load(right + second));
            var g = TLanes.Load(left);
            a00 = TLanes.MultiplyAdd(g, x0, a00);
            a01 = TLanes.MultiplyAdd(g, x1, a01);
            g = TLanes.Load(left + second);
            a10 = TLanes.MultiplyAdd(g, x0, a10);
            a11 = TLanes.MultiplyAdd(g, x1, a11);
            g = TLanes.Load(left + third);
            a20 = TLanes.MultiplyAdd(g, x0, a20);
            a21 = TLanes.MultiplyAdd(g, x1, a21);
            g = TLanes.Load(left + fourth);
            a30 = TLanes.MultiplyAdd(g, x0, a30);
            a31 = TLanes.MultiplyAdd(g, x1, a31);
            left += TLanes.Count;
            right += TLanes.Count;
        }

        var row = depth * TLanes.Count;
        Add(gradient, a00, a01);
        Add(gradient + row, a10, a11);
        Add(gradient + (2 * row), a20, a21);
        Add(gradient + (3 * row), a30, a31);
    }

    private static void FourByOne(T* gradient, int depth, T* left, T* right, int stride, int length)
    {
        TLanes a0 = default, a1 = default, a2 = default, a3 = default;
        for (var v = 0; v < length; v++)
        {
            var x = TLanes.Load(right);
            a0 = TLanes.MultiplyAdd(TLanes.Load(left), x, a0);
            a1 = TLanes.MultiplyAdd(TLanes.Load(left + stride), x, a1);
            a2 = TLanes.MultiplyAdd(TLanes.Load(left + (2 * stride)), x, a2);
            a3 = TLanes.MultiplyAdd(TLanes.Load(left + (3 * stride)), x, a3);
            left += TLanes.Count;
            right += TLanes.Count;
        }

        var row = depth * TLanes.Count;
        (TLanes.Load(gradient) + a0).Store(gradient);
        (TLanes.Load(gradient + row) + a1).Store(gradient + row);
        (TLanes.Load(gradient + (2 * row)) + a2).Store(gradient + (2 * row));
        (TLanes.Load(gradient + (3 * row)) + a3).Store(gradient + (3 * row));
    }

    private static void OneByOne(T* gradient, T* left, T* right, int length)
    {
        TLanes a0 = default, a1 = default, a2 = default;
        for (var v = 0; v < length * TLanes.Count; v += Together * TLanes.Count)
        {
            var (second, third) = (v + TLanes.Count, v + (2 * TLanes.Count));
            a0 = TLanes.MultiplyAdd(TLanes.Load(left + v), TLanes.Load(right + v), a0);
            a1 = TLanes.MultiplyAdd(TLanes.Load(left + second), TLanes.Load(right + second), a1);
            a2 = TLanes.MultiplyAdd(TLanes.Load(left + third), TLanes.Load(right + third), a2);
        }

        (TLanes.Load(gradient) + a0 + a1 + a2).Store(gradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* to, TLanes a, TLanes b, TLanes c)
    {
        a.Store(to);
        b.Store(to + TLanes.Count);
        c.Store(to + (2 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* to, TLanes a, TLanes b)
    {
        (TLanes.Load(to) + a).Store(to);
        (TLanes.Load(to + TLanes.Count) + b).Store(to + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* to, TLanes a, TLanes b, TLanes c) => Store(
        to, TLanes.Load(to) + a, TLanes.Load(to + TLanes.Count) + b, TLanes.Load(to + (2 * TLanes.Count)) + c);
}
