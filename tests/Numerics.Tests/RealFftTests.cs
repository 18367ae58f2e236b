using System.Numerics;
using Sci.Testing;

namespace Sci.Numerics.Tests;

public sealed class RealFftTests
{
    public static TheoryData<int> Lengths =>
        [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 25, 31, 64, 100, 101, 128, 243, 360, 1024];

    [Fact]
    public void The_engine_is_named_in_one_line() => Assert.DoesNotContain('\n', RealFft.Engine);

    [Fact]
    public void The_fast_engine_is_used_where_it_is_installed() =>
        Assert.Contains("FFTW", RealFft.Engine, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Forward_is_the_direct_sum(int n)
    {
        var x = Draw(n);
        var modes = new Complex[(n / 2) + 1];
        foreach (var fft in Engines(n))
        {
            fft.Forward(x, modes);
            for (var k = 0; k < modes.Length; k++)
            {
                Assert.InRange(Complex.Abs(modes[k] - DirectSum(x, k)), 0, 1e-14 * n);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_undoes_forward_and_keeps_its_input(int n)
    {
        var x = Draw(n);
        var modes = new Complex[(n / 2) + 1];
        var back = new double[n];
        foreach (var fft in Engines(n))
        {
            fft.Forward(x, modes);
            var kept = modes.ToArray();
            fft.Inverse(modes, back);
            Assert.Equal(kept, modes);
            Assert.InRange(Distance(x, back), 0, 1e-15 * Math.Max(n, 5)); // Bluestein's phases πj²/n lose digits with n.
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Both_engines_agree_on_arbitrary_modes(int n)
    {
        var modes = DrawModes((n / 2) + 1);
        var results = Engines(n).Select(fft =>
        {
            var x = new double[n];
            fft.Inverse(modes, x);
            return x;
        }).ToArray();
        Assert.All(results, x => Assert.InRange(Distance(results[0], x), 0, 1e-15 * Math.Max(n, 20)));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Energy_is_the_same_in_both_spaces(int n)
    {
        var x = Draw(n);
        var modes = new Complex[(n / 2) + 1];
        RealFft.Of(n).Forward(x, modes);
        var energy =
            modes.Select((mode, k) => (k == 0 || 2 * k == n ? 1 : 2) * mode.Magnitude * mode.Magnitude).Sum() / n;
        Assert.Equal(x.Sum(value => value * value), energy, 1e-14 * n);
    }

    [Fact]
    public void Transforms_are_linear()
    {
        const int n = 96;
        double[] x = Draw(n, "x"), y = Draw(n, "y");
        var fft = RealFft.Of(n);
        Complex[] fx = new Complex[fft.Modes], fy = new Complex[fft.Modes], sum = new Complex[fft.Modes];
        fft.Forward(x, fx);
        fft.Forward(y, fy);
        fft.Forward([.. x.Zip(y, (a, b) => (2 * a) - (3 * b))], sum);
        Assert.All(Enumerable.Range(0, fft.Modes), k =>
            Assert.InRange(Complex.Abs(sum[k] - ((2 * fx[k]) - (3 * fy[k]))), 0, 1e-12));
    }

    [Fact]
    public void Rows_transform_as_each_alone()
    {
        const int n = 45, rows = 7;
        var fft = RealFft.Of(n);
        var x = Draw(n * rows);
        var modes = new Complex[fft.Modes * rows];
        var back = new double[n * rows];
        fft.Forward(x, modes, rows);
        fft.Inverse(modes, back, rows);
        for (var row = 0; row < rows; row++)
        {
            var one = new Complex[fft.Modes];
            fft.Forward(x.AsSpan(row * n, n), one);
            Assert.Equal(one, modes.AsSpan(row * fft.Modes, fft.Modes).ToArray());
        }

        Assert.InRange(Distance(x, back), 0, 3e-14);
    }

    [Theory]
    [InlineData(128)]
    [InlineData(135)]
    public void Bits_do_not_depend_on_the_place_in_memory(int n)
    {
        var fft = RealFft.Of(n);
        var x = Draw(n);
        Complex[]? modes = null;
        double[]? back = null;
        for (var shift = 0; shift < 8; shift++)
        {
            var values = new double[n + 8];
            var spectrum = new Complex[fft.Modes + 8];
            x.CopyTo(values, shift);
            fft.Forward(values.AsSpan(shift, n), spectrum.AsSpan(shift, fft.Modes));
            Array.Clear(values);
            fft.Inverse(spectrum.AsSpan(shift, fft.Modes), values.AsSpan(shift, n));
            modes ??= spectrum.AsSpan(shift, fft.Modes).ToArray();
            back ??= values.AsSpan(shift, n).ToArray();
            Assert.Equal(modes, spectrum.AsSpan(shift, fft.Modes).ToArray());
            Assert.Equal(back, values.AsSpan(shift, n).ToArray());
        }
    }

    [Fact]
    public void Threads_share_plans_that_they_make_at_once()
    {
        int[] lengths = [126, 130, 134, 138, 142];
        var ok = new bool[64];
        Parallel.For(0, ok.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var n = lengths[i % lengths.Length];
            var x = Draw(n);
            var modes = new Complex[(n / 2) + 1];
            var back = new double[n];
            for (var repeat = 0; repeat < 50; repeat++)
            {
                RealFft.Of(n).Forward(x, modes);
                RealFft.Of(n).Inverse(modes, back);
            }

            ok[i] = Distance(x, back) < 3e-14;
        });
        Assert.All(ok, Assert.True);
    }

    [Fact]
    public void A_plan_is_made_once() => Assert.Same(RealFft.Of(77), RealFft.Of(77));

    [Fact]
    public void A_wrong_length_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => RealFft.Of(8).Forward(new double[7], new Complex[5]));
        Assert.Contains("need 8 values and 5 modes, not 7 and 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_allocates_nothing()
    {
        var fft = RealFft.Of(128);
        var x = Draw(128);
        var modes = new Complex[fft.Modes];
        var bytes = Allocations.Of(() =>
        {
            fft.Forward(x, modes);
            fft.Inverse(modes, x);
        });
        Assert.Equal(0, bytes);
    }

    internal static double[] Draw(int n, string name = "values")
    {
        var x = new double[n];
        new RandomSource(1)[name].Normals(x);
        return x;
    }

    internal static Complex[] DrawModes(int n)
    {
        var random = new RandomSource(2)["modes"];
        return [.. Enumerable.Range(0, n).Select(_ => new Complex(random.Normal(), random.Normal()))];
    }

    internal static double Distance(double[] a, double[] b) => a.Zip(b, (p, q) => Math.Abs(p - q)).Max();

    private static IEnumerable<RealFft> Engines(int n) => [RealFft.Of(n), new RealFft(n, new ManagedPlan(1, n))];

    private static Complex DirectSum(double[] x, int k)
    {
        var sum = Complex.Zero;
        for (var j = 0; j < x.Length; j++)
        {
            sum += x[j] * Complex.FromPolarCoordinates(1, -2 * Math.PI * ((long)j * k % x.Length) / x.Length);
        }

        return sum;
    }
}
