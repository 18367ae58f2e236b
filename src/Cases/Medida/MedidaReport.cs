using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Writes an experiment's report.</summary>
internal static class MedidaReport
{
    public static void Write(
        ExperimentRun<MedidaSettings> run, ExperimentResult result, Truth truth, States observed, Discovered discovered, Verified? verified, IReadOnlyList<Draw> draws)
    {
    }
}
