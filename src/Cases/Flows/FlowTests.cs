namespace Sci.Cases;

/// <summary>How a network, and the linear equation alone, did from the last given snapshot of each test run.</summary>
/// <param name="Errors">Relative 2-norm of the error over all predicted snapshots of a run, each run.</param>
/// <param name="Linear">The same without the network: viscosity and forcing alone.</param>
/// <param name="Steps">Mean over the runs of the relative 2-norm after each step.</param>
/// <param name="Mean">Largest mean vorticity, over the root mean square of the vorticity.</param>
internal sealed record FlowTests(
    IReadOnlyList<double> Errors, IReadOnlyList<double> Linear, IReadOnlyList<double> Steps, double Mean);
