using Sci.Cases.Settings;
using Sci.Cases.Tests.Data;
using Sci.Hdf5;
using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests.Alone;

/// <summary>Cases of data alone, in every form of file.</summary>
public sealed class AloneTests : IDisposable
{
    private const string Case = """
        kind: data
        title: Data alone
        seed: 1
        form: weak
        library: {maximum_power: 2, maximum_derivative: 3, conservative: true}
        data: DATA
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{file: u.h5}")]
    [InlineData("{file: turned.h5, values: [velocity], times: t}")]
    [InlineData("{file: u.npy, interval: 0.1, spacing: 0.125}")]
    public void A_field_in_any_form_gives_its_equation(string data)
    {
        var (times, x, u) = Burgers();
        using (var file = Hdf5File.Create(folder["u.h5"]))
        {
            file.Write<double>("time", times, [times.Length]);
            file.Write<double>("x", x, [x.Length]);
            file.Write<double>("u", u.Values, [times.Length, x.Length]);
        }

        using (var file = Hdf5File.Create(folder["turned.h5"]))
        {
            file.Write<double>("t", times, [times.Length]);
            file.Write<double>("x", x, [x.Length]);
            file.Write<double>(
                "velocity", [.. x.SelectMany((_, i) => times.Select((_, t) => u[t][i]))], [x.Length, times.Length]);
        }

        Npy.Write(folder["u.npy"], [times.Length, x.Length], u.Values.ToArray());

        var result = Run(data);

        var name = data.Contains("velocity", StringComparison.Ordinal) ? "velocity" : "u";
        Assert.Equal(
            [$"({name}^2)_x", $"{name}_xx"], result.Terms.Select(term => term.Term).Order(StringComparer.Ordinal));
        Assert.Equal(-0.5, result.Terms.Single(term => term.Term[0] == '(').Coefficient, 1e-3);
        Assert.Equal(0.1, result.Terms.Single(term => term.Term[0] != '(').Coefficient, 1e-3);
        Assert.True(File.Exists(folder["out/default/report.html"]));
    }

    [Theory]
    [InlineData("{equation: 'w_t = -J(psi,w) + 0.05*lap(w); w = lap(psi)', grid: {points: 32, length: 6.283185307179586, points_y: 24}, initial: {w: 2*cos(x)*sin(2*y) + 1.5*sin(3*x-y) + cos(2*x+2*y+1)}, every: 0.05, steps: 5, times: 40}")]
    [InlineData("{file: w.npy, values: [w], interval: 0.05, spacing: 0.19634954084936207, spacing_y: 0.2617993877991494, periodic: true}")]
    public void A_box_gives_its_vorticity_equation(string data)
    {
        Npy.Write(folder["w.npy"], [40, 24, 32], Vorticity());
        const string Terms =
            "library: {also_terms: [w, w^2, w_x, w_y, lap(w), 'J(ilap(w),w)', ilap(w), (w^2)_x, (w^2)_y]}";

        var result = Run($"{data}\nLIBRARY", Terms);

        Assert.Equal(["J(ilap(w),w)", "lap(w)"], result.Terms.Select(term => term.Term).Order(StringComparer.Ordinal));
        Assert.Equal(-1, result.Terms.Single(term => term.Term[0] == 'J').Coefficient, 1e-3);
        Assert.Equal(0.05, result.Terms.Single(term => term.Term[0] == 'l').Coefficient, 1e-3);
        Assert.True(File.Exists(folder["out/default/report.html"]));
    }

    [Fact]
    public void A_box_whose_rows_do_not_fit_its_places_is_refused()
    {
        Npy.Write(folder["w.npy"], [40, 24, 32], Vorticity());
        var error = Assert.Throws<SettingsException>(
            () => Run("{file: w.npy, values: [w], interval: 0.05, spacing: 0.2}"));

        Assert.Contains("`y`", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_a_table_give_the_equations_of_motion()
    {
        // A damped oscillator, solved exactly.
        var rate = Math.Sqrt(1 - (0.1 * 0.1));
        using (var file = File.CreateText(folder["pendulum.csv"]))
        {
            file.WriteLine("time,p,q");
            for (var i = 0; i < 600; i++)
            {
                var t = 0.05 * i;
                var (p, slope) = (Math.Exp(-0.1 * t) * Math.Cos(rate * t), 0.0);
                slope = Math.Exp(-0.1 * t) * ((-0.1 * Math.Cos(rate * t)) - (rate * Math.Sin(rate * t)));
                file.WriteLine(FormattableString.Invariant($"{t},{p},{slope}"));
            }
        }

        var result = Run(
            "{file: pendulum.csv, values: [p, q]}\nLIBRARY", "library: {maximum_power: 2, maximum_derivative: 0}");

        Assert.Equal(
            ["p_t: q", "q_t: p", "q_t: q"], result.Terms.Select(term => term.Term).Order(StringComparer.Ordinal));
        Assert.Equal([1, -1, -0.2], result.Terms.OrderBy(term => term.Term, StringComparer.Ordinal).Select(
            term => Math.Round(term.Coefficient, 3)));
    }

    [Theory]
    [InlineData("{file: no.h5}", "there is no such file")]
    [InlineData("{file: a.csv, values: [p]}", "there is no `p` in it;")]
    [InlineData("{file: a.csv, values: [u]}", "which is not spaced as the others; discovery wants equal spacing")]
    [InlineData("{file: b.csv, values: [u]}", "u[1] is NaN, but it must be a finite number: leave times out where something is missing")]
    [InlineData("{equation: u_t = u_xx, steps: 1, every: 1, times: 9, initial: {}}", "data.initial lacks `u:`")]
    [InlineData("{equation: u_t = u_xx, steps: 1, every: 1, times: 9, initial: {u: '1'}}\nfields: [v]", "fields has no data for v;")]
    public void Data_that_cannot_be_used_are_told_with_their_place(string data, string sentence)
    {
        File.WriteAllText(folder["a.csv"], "time,u\n0,1\n1,2\n5,3\n6,3\n");
        File.WriteAllText(folder["b.csv"], "time,u\n0,1\n1,\n2,3\n");

        var error = Assert.Throws<SettingsException>(() => Run(data));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_second_run_reads_what_the_first_found_and_leaves_the_same_bytes()
    {
        const string Data = "{equation: u_t = -u*u_x + 0.1*u_xx, grid: {points: 128, length: 16}, initial: {u: sin(2*pi*x/16)}, every: 0.1, steps: 4, times: 61}\n"
            + "truth: u_t = -0.5*(u^2)_x + 0.1*u_xx\nnoise: 0.02\nseeds: 3";
        var first = Run(Data);
        var bytes = File.ReadAllBytes(folder["out/default/4-discovery.h5"]);
        var second = Run(Data);
        File.Delete(folder["out/default/4-discovery.h5"]);
        _ = Run(Data);

        Assert.Equal(1, first.Metrics[Metric.SupportExact]);
        Assert.Equal(first.Terms, second.Terms);
        Assert.Equal(bytes, File.ReadAllBytes(folder["out/default/4-discovery.h5"]));
    }

    private ExperimentResult Run(string data, string? library = null)
    {
        var text = Case.Replace("DATA", data, StringComparison.Ordinal);
        text = library is null ? text : text.Replace("library: {maximum_power: 2, maximum_derivative: 3, conservative: true}\n", "", StringComparison.Ordinal).Replace("LIBRARY", library, StringComparison.Ordinal);
        File.WriteAllText(folder["case.yaml"], text);
        return CaseKinds.All.Open(folder.FullName).Run([], new RunOptions { Output = folder["out"] }, new NoProgress(), default).Single();
    }

    // Times, rows along y, points along x.
    private static double[] Vorticity()
    {
        var grid = Grid.Box(24, 32, 2 * Math.PI, 2 * Math.PI);
        var model = new SpectralModel(
            Equation.Parse(grid, "w_t = -J(psi,w) + 0.05*lap(w); w = lap(psi)"), new Etdrk4(0.01));
        var state = States.Of([.. grid.Axes[0].Coordinates().SelectMany(y => grid.Axes[1].Coordinates().Select(
            x => (2 * Math.Cos(x) * Math.Sin(2 * y)) + (1.5 * Math.Sin((3 * x) - y)) + Math.Cos(
                (2 * x) + (2 * y) + 1)))]);
        var values = new List<double>();
        for (var time = 0; time < 40; time++, model.Advance(state, 5))
        {
            values.AddRange(state[0]);
        }

        return [.. values];
    }

    private static (double[] Times, double[] X, States U) Burgers()
    {
        var grid = Grid.Line(128, 16, -8);
        var model = new SpectralModel(Equation.Parse(grid, "u_t = -u*u_x + 0.1*u_xx"), new Etdrk4(0.025));
        var x = grid.Axes[0].Coordinates();
        var state = States.Of([.. x.Select(at => Math.Exp(-(at + 2) * (at + 2)))]);
        var u = new States(81, 128);
        for (var time = 0; time < u.Count; time++)
        {
            state[0].CopyTo(u[time]);
            model.Advance(state, 4);
        }

        return ([.. Enumerable.Range(0, 81).Select(i => 0.1 * i)], x, u);
    }
}
