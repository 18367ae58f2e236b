using System.Runtime.CompilerServices;

namespace Sci.Surrogates;

/// <summary>Products of weights with blocks of jets: the inner loops of a narrow network.</summary>
/// <remarks>
/// A block is <see cref="Registers"/> registers of points; a row of jets is [channel][register][lane], without gaps.
/// Four rows of weights meet one channel at a time: twelve sums stay in registers over the inner loop.
/// </remarks>
internal static unsafe class JetProducts<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>Registers of points that go together.</summary>
    public const int Registers = 3;

    private const int Rows = 4;

    /// <summary>
    /// output = W input, where W[row, k] is weights[row·rowStride + k·columnStride]; the bias goes to channel 0.
    /// </summary>
    public static void Multiply(
        T* output, T* input, T* weights, int rowStride, int columnStride, int rows, int depth, int channels, T* bias)
    {
        var step = Registers * TLanes.Count;
        var stride = channels * step;
        var row = 0;
        for (; row + Rows <= rows; row += Rows)
        {
            for (var c = 0; c < channels; c++)
            {
                Four(output + (row * stride) + (c * step), input + (c * step), stride, weights + (row * rowStride),
                    rowStride, columnStride, depth, c == 0 && bias is not null ? bias + row : null);
            }
        }

        for (; row < rows; row++)
        {
            for (var c = 0; c < channels; c++)
            {
                One(output + (row * stride) + (c * step), input + (c * step), stride, weights + (row * rowStride),
                    columnStride, depth, c == 0 && bias is not null ? bias + row : null);
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
            var sum = TLanes.Load(at) + TLanes.Load(at + TLanes.Count) + TLanes.Load(at + (2 * TLanes.Count));
            (TLanes.Load(gradient + (row * TLanes.Count)) + sum).Store(gradient + (row * TLanes.Count));
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
        var sum = TLanes.Load(gradient);
        for (var v = 0; v < length * TLanes.Count; v += TLanes.Count)
        {
            sum = TLanes.MultiplyAdd(TLanes.Load(left + v), TLanes.Load(right + v), sum);
        }

        sum.Store(gradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* to, TLanes a, TLanes b, TLanes c)
    {
        a.Store(to);
        b.Store(to + TLanes.Count);
        c.Store(to + (2 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* to, TLanes a, TLanes b, TLanes c) => Store(
        to, TLanes.Load(to) + a, TLanes.Load(to + TLanes.Count) + b, TLanes.Load(to + (2 * TLanes.Count)) + c);
}
