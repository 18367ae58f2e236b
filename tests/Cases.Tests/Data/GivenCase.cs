using Sci.Hdf5;
using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests.Data;

/// <summary>A Kuramoto-Sivashinsky trajectory in a file, and a case whose model lacks u_xx.</summary>
internal sealed class GivenCase : IDisposable
{
    public const int Points = 96;
    public const double Length = 36;

    private const string Case = """
        title: Data of one's own
        seed: 3
        grid: {points: 96, length: 36}
        model: {equation: u_t = -u*u_x - u_xxxx, scheme: etdrk4, time_step: 0.01}
        BEGINNING
        discovery:
          METHOD
          library: {maximum_power: 1, maximum_derivative: 4}
          regression: {method: evidence, floor: 1.0e-4, minimum_contribution: 1.0e-2}
        """;

    private static readonly Lazy<States> Start = new(() =>
    {
        var state = States.Of([.. Model(0.01).Grid.Axes[0].Coordinates().Select(
            x => Math.Cos(Math.Tau * x / Length) * (1 + Math.Sin(Math.Tau * x / Length)))]);
        Model(0.01).Advance(state, 6000);
        return state;
    });

    private readonly TemporaryFolder folder = new();

    /// <summary>Makes the case.</summary>
    /// <param name="beginning">What stands in place of a truth.</param>
    /// <param name="method">How terms are found.</param>
    /// <param name="changes">Texts of the case and what stands in their place.</param>
    public GivenCase(
        string beginning, string method = "{method: consistent, passes: 5}", params (string From, string To)[] changes)
    {
        var text = changes.Aggregate(
            Case, (text, change) => text.Replace(change.From, change.To, StringComparison.Ordinal));
        File.WriteAllText(folder["case.yaml"], text.Replace("BEGINNING", beginning, StringComparison.Ordinal)
            .Replace("METHOD", string.Join("\n  ", method.Trim('{', '}').Split(", ")), StringComparison.Ordinal));
    }

    public string this[string name] => folder[name];

    public static SpectralModel Model(double step) =>
        new(Equation.Parse(Grid.Line(Points, Length), "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(step));

    /// <summary>States at times that are multiples of 0.01, after the climate is reached.</summary>
    public static States Trajectory(IReadOnlyList<double> times)
    {
        var rows = new States(times.Count, Points);
        var state = Start.Value.Clone();
        var at = 0L;
        for (var row = 0; row < rows.Count; row++)
        {
            var step = (long)Math.Round(times[row] / 0.01);
            Model(0.01).Advance(state, (int)(step - at));
            at = step;
            state[0].CopyTo(rows[row]);
        }

        return rows;
    }

    public static double[] Coordinates() => Grid.Line(Points, Length).Axes[0].Coordinates();

    /// <summary>Equally spaced times from 0.</summary>
    public static double[] Regular(int count, double step) => [.. Enumerable.Range(0, count).Select(i => i * step)];

    public void Write(string name, Action<Hdf5File> content)
    {
        using var file = Hdf5File.Create(folder[name]);
        content(file);
    }

    public void WriteSeries(string name, string values, double[] times, States states) => Write(name, file =>
    {
        file.WriteScale<double>("time", times, "1", "time");
        file.WriteScale<double>("x", Coordinates(), "1", "position");
        file.WriteField<double>(values, states.Values, ["time", "x"], "1", "state");
    });

    public ExperimentResult Run(params string[] overrides) =>
        new CaseKind<MedidaSettings>(MedidaPipeline.Run).Open(folder.FullName)
        .Run([], new RunOptions { Overrides = overrides, Output = folder["out"] }, new NoProgress(), default).Single();

    public void Dispose() => folder.Dispose();
}
