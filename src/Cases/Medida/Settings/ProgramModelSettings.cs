using Sci.Cases.Files;
using Sci.Cases.Programs;
using Sci.Cases.Settings;
using Sci.Discovery;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// A program of the user's own, that reads an ensemble from one HDF5 file and writes its forecast to another.
/// </summary>
public sealed record ProgramModelSettings : ModelSettings, IChecked
{
    /// <summary>
    /// The program and its arguments, run in the case's folder; <c>{in}</c> and <c>{out}</c> stand for the two files.
    /// </summary>
    [Count(1)]
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Most seconds that one call may take.</summary>
    [Positive]
    [CostOnly]
    public double TimeLimit { get; init; } = 600;

    internal string Folder { get; init; } = ".";

    internal override string? Program => string.Join(' ', Command);

    internal override string Contents => string.Join(' ', Command
        .Select(word => Path.Combine(Folder, word))
        .Where(File.Exists)
        .Select(path => Fingerprint.OfFile(path).Hex));

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            Command.Any(word => word.Contains("{in}", StringComparison.Ordinal))
            && Command.Any(word => word.Contains("{out}", StringComparison.Ordinal)),
            nameof(Command),
            "must hand {in} and {out} to the program, as in [\"./my_model\", \"{in}\", \"{out}\"]");
        complaints.Require(Command[0].Trim().Length > 0, nameof(Command), "must begin with a program");
        complaints.Require(TimeLimit <= 1e6, nameof(TimeLimit), "must be at most 1e6 seconds");
    }

    internal override ModelSettings In(string folder) => this with { Folder = folder };

    internal override IModel Stepper(Equation equation, CancellationToken cancel)
    {
        var program = new ProgramModel(
            equation.Grid, TimeStep, new ProgramCall(Folder, Command, TimeSpan.FromSeconds(TimeLimit)), cancel);
        var more = ModelError.Missing(equation, Solvers.Equation.Parse(equation.Grid, Equation));
        return more.Count == 0 ? program : new SplitModel(
            program, Solvers.Equation.Parse(equation.Grid, "u_t = 0").Plus(more), innerSteps: 1);
    }

    internal override SpectralModel Solver(Equation equation, double timeStep) =>
        throw new InvalidOperationException("The settings were checked: no method here takes a program's equation.");
}
