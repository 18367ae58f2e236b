using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>What a physics-informed network holds: its points, and the inverse Hessian that it learns by.</summary>
internal static class PinnMemory
{
    // Resident bytes of a run with few parameters, measured: kernels of our own do what OpenBLAS does elsewhere.
    private const double Process = 100e6;

    // Adam's moments, the gradient, and what a line search compares.
    private const int Vectors = 8;

    // A feature of a point: its value, a derivative in time and up to four in space.
    private const int Channels = 6;

    // The points of a step, and those before, which go when the next are drawn.
    private const int Sets = 2;

    public static MemoryEstimate Of(PinnSettings settings)
    {
        var training = settings.Training;
        var (parameters, features, windows, reference) = Sizes(settings.Problem);
        var perParameter = training.Memory == 0 ? parameters : 2.0 * training.Memory;
        return new MemoryEstimate(
            Process, isAtLeast: false,
            [
                // A window's is not collected before the next one's is half there.
                new($"the inverse Hessian of {parameters:g10} parameters", parameters * perParameter,
                    Math.Min(windows, 2), "units, or layers"),
                new("vectors of parameters", parameters, Vectors, "units, or layers"),
                new($"{training.Points} points", (double)training.Points * features * Channels, Sets + windows - 1,
                    "training.points"),
                SchemeMemory.Of(reference) with { Copies = reference > 0 ? 1 : 0 },
            ]);
    }

    private static (double Parameters, int Features, int Windows, double Reference) Sizes(PinnProblemSettings problem)
    {
        switch (problem)
        {
            case EvolutionSettings evolution:
                var (shape, windows) = (evolution.Network, evolution.Windows);
                return (Parameters(shape), Features(shape), windows, evolution.Grid.Points);
            case LagrangianSettings lagrangian:
                var (motion, field) = (lagrangian.Motion, lagrangian.Field);
                return (
                    Parameters(motion) + Parameters(field), Features(motion) + Features(field), 1,
                    lagrangian.Grid.Points);
            default:
                var network = ((SteadySettings)problem).Representation.Over(new Box([-1, -1], [1, 1])).Network;
                return (network.ParameterCount, network.Inputs, 1, 0);
        }
    }

    private static double Parameters(PinnNetworkSettings network) =>
        new TanhNetwork(Features(network), network.Width, network.Depth, 1).ParameterCount;

    // Sines and cosines of the place, and the time.
    private static int Features(PinnNetworkSettings network) => (2 * network.Harmonics) + 1;
}
