using Sci.Testing;

namespace Sci.Cases.Tests.Programs;

/// <summary>A case whose model is a line of shell.</summary>
internal sealed class Shell : IDisposable
{
    private const string Case = """
        title: A model that is a line of shell
        seed: 1
        grid: {points: 64, length: 22}
        truth: {equation: u_t = -u*u_x - u_xx - u_xxxx, scheme: etdrk4, time_step: 0.002, initial: "cos(2*pi*x/22)*(1 + sin(2*pi*x/22))", spin_up: 60}
        model: {command: [sh, "-c", 'LINE', "{in}", "{out}"], equation: u_t = 0, time_step: 0.002, time_limit: 20}
        observations: {windows: 20, every: 3, times: [0, 0.002], noise: 0}
        discovery:
          method: METHOD
          library: {maximum_power: 1, maximum_derivative: 4}
          regression: {method: evidence, floor: 1.0e-4, minimum_contribution: 1.0e-2}
        """;

    private readonly TemporaryFolder folder = new();

    /// <summary>Makes the case; in the line, $0 is the file to read and $1 the one to write.</summary>
    public Shell(string line, string method = "{method: single-pass, derivatives: spectral, library_at: midpoint}") =>
        File.WriteAllText(folder["case.yaml"], Case.Replace("LINE", line, StringComparison.Ordinal)
            .Replace(
                "method: METHOD", string.Join("\n  ", method.Trim('{', '}').Split(", ")), StringComparison.Ordinal));

    public string this[string name] => folder[name];

    public ExperimentResult Run(params string[] overrides) => Run(new RunOptions { Overrides = overrides });

    public ExperimentResult Run(RunOptions options, CancellationToken cancel = default) =>
        new CaseKind<MedidaSettings>(MedidaPipeline.Run).Open(folder.FullName).Run([], options, new NoProgress(), cancel).Single();

    public void Dispose() => folder.Dispose();
}
