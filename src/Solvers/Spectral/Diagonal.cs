using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sci.Solvers;

/// <summary>
/// A factor for every mode: the symbol of an operator or the weight of a scheme, laid out for vectors.
/// </summary>
/// <remarks>
/// The real part is stored twice in a row, (r, r), the imaginary one as (-s, s), so that (r + is)·(a + ib) is
/// (r, r)·(a, b) + (-s, s)·(b, a). A part that is zero everywhere is not stored. The kernels are compiled for speed at
/// their first call: a short run would otherwise end before the runtime gets to it.
/// </remarks>
internal sealed class Diagonal
{
    private readonly double[]? real;
    private readonly double[]? imaginary;

    private Diagonal(double[]? real, double[]? imaginary, bool isIdentity)
    {
        this.real = real;
        this.imaginary = imaginary;
        IsIdentity = isIdentity;
    }

    public bool IsIdentity { get; }

    /// <summary>The factor of a mode.</summary>
    public Complex this[int mode] =>
        new(real is null ? 0 : real[2 * mode], imaginary is null ? 0 : imaginary[(2 * mode) + 1]);

    /// <summary>The factors, or nothing if all are zero.</summary>
    public static Diagonal? Of(ReadOnlySpan<Complex> values)
    {
        double[]? real = null, imaginary = null;
        var identity = true;
        for (var i = 0; i < values.Length; i++)
        {
            var (re, im) = (values[i].Real, values[i].Imaginary);
            identity &= re == 1 && im == 0;
            if (re != 0)
            {
                real ??= new double[2 * values.Length];
                real[2 * i] = real[(2 * i) + 1] = re;
            }

            if (im != 0)
            {
                imaginary ??= new double[2 * values.Length];
                imaginary[2 * i] = -im;
                imaginary[(2 * i) + 1] = im;
            }
        }

        return real is null && imaginary is null ? null : new Diagonal(real, imaginary, identity);
    }

    /// <summary>Factors that are zero everywhere.</summary>
    public static Diagonal Zero(int length) => new(new double[2 * length], null, isIdentity: false);

    /// <summary>The factors less one, or nothing if all are one.</summary>
    public Diagonal? LessOne()
    {
        var length = (real ?? imaginary)!.Length / 2;
        return Of([.. Enumerable.Range(0, length).Select(mode => this[mode] - 1)]);
    }

    /// <summary>The same factors, complex conjugate.</summary>
    public Diagonal Conjugate() =>
        imaginary is null ? this : new Diagonal(real, [.. imaginary.Select(s => -s)], IsIdentity);

    /// <summary>destination = factors · source; the two may be the same.</summary>
    public void Set(ReadOnlySpan<Complex> source, Span<Complex> destination) => Apply(source, destination, add: false);

    /// <summary>destination += factors · source.</summary>
    public void Add(ReadOnlySpan<Complex> source, Span<Complex> destination) => Apply(source, destination, add: true);

    private void Apply(ReadOnlySpan<Complex> source, Span<Complex> destination, bool add)
    {
        var x = MemoryMarshal.Cast<Complex, double>(source);
        var y = MemoryMarshal.Cast<Complex, double>(destination)[..x.Length];
        if (imaginary is null && !add)
        {
            SetReal(real.AsSpan(0, x.Length), x, y);
        }
        else if (imaginary is null)
        {
            AddReal(real.AsSpan(0, x.Length), x, y);
        }
        else if (real is null)
        {
            Turn(imaginary.AsSpan(0, x.Length), x, y, add);
        }
        else
        {
            Full(real.AsSpan(0, x.Length), imaginary.AsSpan(0, x.Length), x, y, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SetReal(ReadOnlySpan<double> r, ReadOnlySpan<double> x, Span<double> y)
    {
        ref var r0 = ref MemoryMarshal.GetReference(r);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - 4; i += 4)
        {
            (Load(ref r0, i) * Load(ref x0, i)).StoreUnsafe(ref y0, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = r[i] * x[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddReal(ReadOnlySpan<double> r, ReadOnlySpan<double> x, Span<double> y)
    {
        ref var r0 = ref MemoryMarshal.GetReference(r);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - 4; i += 4)
        {
            (Load(ref y0, i) + (Load(ref r0, i) * Load(ref x0, i))).StoreUnsafe(ref y0, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] += r[i] * x[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Turn(ReadOnlySpan<double> s, ReadOnlySpan<double> x, Span<double> y, bool add)
    {
        ref var s0 = ref MemoryMarshal.GetReference(s);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - 4; i += 4)
        {
            var turned = Load(ref s0, i) * Swapped(Load(ref x0, i));
            (add ? Load(ref y0, i) + turned : turned).StoreUnsafe(ref y0, (nuint)i);
        }

        for (; i < y.Length; i += 2)
        {
            var (a, b) = (s[i] * x[i + 1], s[i + 1] * x[i]);
            y[i] = add ? y[i] + a : a;
            y[i + 1] = add ? y[i + 1] + b : b;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Full(
        ReadOnlySpan<double> r, ReadOnlySpan<double> s, ReadOnlySpan<double> x, Span<double> y, bool add)
    {
        ref var r0 = ref MemoryMarshal.GetReference(r);
        ref var s0 = ref MemoryMarshal.GetReference(s);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - 4; i += 4)
        {
            var pair = Load(ref x0, i);
            var product = (Load(ref r0, i) * pair) + (Load(ref s0, i) * Swapped(pair));
            (add ? Load(ref y0, i) + product : product).StoreUnsafe(ref y0, (nuint)i);
        }

        for (; i < y.Length; i += 2)
        {
            var a = (r[i] * x[i]) + (s[i] * x[i + 1]);
            var b = (r[i + 1] * x[i + 1]) + (s[i + 1] * x[i]);
            y[i] = add ? y[i] + a : a;
            y[i + 1] = add ? y[i + 1] + b : b;
        }
    }

    private static Vector256<double> Load(ref double start, int i) => Vector256.LoadUnsafe(ref start, (nuint)i);

    private static Vector256<double> Swapped(Vector256<double> pairs) =>
        Vector256.Shuffle(pairs, Vector256.Create(1L, 0, 3, 2));
}
