using Sci.Hdf5;
using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public class KuramotoSivashinskyTests
{
    private const string Text = "u_t = -u*u_x - u_xx - u_xxxx";

    [Fact]
    public void The_classic_program_of_kassam_and_trefethen_is_repeated()
    {
        using var file = Hdf5File.OpenRead(Reference.File("ks_kursiv_N128.h5"));
        var model = new SpectralModel(Equation.Parse(Grid.Line(128, 32 * Math.PI), Text), new Etdrk4(0.25));
        var state = States.Of(file.Read<double>("u0"));
        model.Advance(state, 4);
        Assert.InRange(Largest(state[0], file.Read<double>("u_t1")), 0, 1e-11);
        model.Advance(state, 196);
        Assert.InRange(Largest(state[0], file.Read<double>("u_t50")), 0, 1e-9);
    }

    [Fact]
    public void The_truth_of_eighty_bits_is_met_as_closely_as_the_scheme_can()
    {
        using var file = Hdf5File.OpenRead(Reference.File("ks_reference_N512.h5"));
        var u = file.Read<double>("u");
        var model = new SpectralModel(Equation.Parse(Grid.Line(256, 32 * Math.PI), Text), new Etdrk4(1.0 / 64));
        var state = States.Of(EverySecond(u.AsSpan(0, 512)));
        model.Advance(state, 10 * 64);
        Assert.InRange(Largest(state[0], EverySecond(u.AsSpan(3 * 512, 512))), 0, 6e-9);
        model.Advance(state, 40 * 64);
        Assert.InRange(Largest(state[0], EverySecond(u.AsSpan(7 * 512, 512))), 0, 1.5e-7);
    }

    [Fact]
    public void Six_predictor_corrector_steps_reach_a_millionth_with_an_eighth()
    {
        using var file = Hdf5File.OpenRead(Reference.File("ks_reference_N512.h5"));
        var u = file.Read<double>("u");
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(256, 32 * Math.PI), Text), new ExponentialPece(1.0 / 8, 6));
        var state = States.Of(EverySecond(u.AsSpan(0, 512)));
        model.Advance(state, 50 * 8);
        Assert.InRange(Largest(state[0], EverySecond(u.AsSpan(7 * 512, 512))), 0, 2e-6);
    }

    [Fact]
    public void An_equation_corrected_by_the_missing_term_runs_as_the_true_one()
    {
        var grid = Grid.Line(128, 100);
        var truth = new SpectralModel(Equation.Parse(grid, Text), new Etdrk4(0.05));
        var wrong = truth.With(Equation.Parse(grid, "u_t = -0.5*u*u_x - u_xx"));
        var corrected = wrong.With(
            wrong.Equation.Plus([new(-0.5, Term.Parse("u*u_x")), new(-1, Term.Parse("u_xxxx"))]));
        var a = Samples.Wave(grid);
        var b = a.Clone();
        truth.Advance(a, 200);
        corrected.Advance(b, 200);
        Assert.InRange(Largest(a[0], b[0]), 0, 1e-13);
    }

    [Fact]
    public void Crank_nicolson_with_adams_bashforth_steps_by_its_formula()
    {
        const double Dt = 5e-3, L = 100;
        const int N = 64;
        var grid = Grid.Line(N, L);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = -0.5*u*u_x - u_xx - 2*u_xxxx"), new Cnab2(Dt));
        States current = Samples.Wave(grid), previous = Samples.Wave(grid, 0.3);
        var expected = ByFormula(current[0], previous[0]);
        var start = current.Clone();
        model.Advance(current, [previous]);
        Assert.InRange(Largest(current[0], expected), 0, 1e-14);
        Assert.InRange(Largest(previous[0], start[0]), 0, 1e-14);

        double[] ByFormula(ReadOnlySpan<double> u1, ReadOnlySpan<double> u2)
        {
            var fft = RealFft.Of(N);
            System.Numerics.Complex[] v = new System.Numerics.Complex[33], n1 = new System.Numerics.Complex[33],
            n2 = new System.Numerics.Complex[33];
            fft.Forward(u1, v);
            fft.Forward(Array.ConvertAll(u1.ToArray(), u => u * u), n1);
            fft.Forward(Array.ConvertAll(u2.ToArray(), u => u * u), n2);
            for (var m = 0; m < 33; m++)
            {
                var k = 2 * Math.PI / L * m;
                var l = (k * k) - (2 * k * k * k * k);
                var g = new System.Numerics.Complex(0, m == 32 ? 0 : -0.25 * k);
                v[m] = (((1 + (Dt * l / 2)) * v[m])
                    + (1.5 * Dt * g * n1[m]) - (0.5 * Dt * g * n2[m])) / (1 - (Dt * l / 2));
            }

            var result = new double[N];
            fft.Inverse(v, result);
            return result;
        }
    }

    private static double[] EverySecond(ReadOnlySpan<double> row)
    {
        var half = new double[row.Length / 2];
        for (var i = 0; i < half.Length; i++)
        {
            half[i] = row[2 * i];
        }

        return half;
    }

    private static double Largest(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Samples.Largest(a, b);
}
