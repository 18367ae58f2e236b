using Sci.Testing;

namespace Sci.Cases.Tests.Medida;

/// <summary>Experiments of cases/ks made so small that each takes about a second.</summary>
internal static class Small
{
    private static readonly string[] Everywhere =
        ["grid.points=256", "truth.spin_up=20", "observations.every=1", "model.points=null", "discovery.passes=4"];

    /// <summary>Changes of single settings by experiment.</summary>
    public static IReadOnlyDictionary<string, string[]> Changes { get; } = new Dictionary<string, string[]>
    {
        ["KS-2"] = [.. Everywhere, "observations.windows=5", "verification=null"],
        ["authors-KS-2"] = [.. Everywhere[..^1], "observations.windows=10"],
        ["authors-enkf-KS-2"] = [.. Everywhere[..^1], "observations.windows=3", "assimilation.members=200", "seeds=2"],
        ["honest-KS-2"] =
        [
            .. Everywhere, "model.points=128", "observations.times=[0, 1, 2, 3]",
            "discovery.library={also_terms: [u_xx, u_xxx, u^2*u_x]}",
            "seeds=2", "verification={forecasts: 2, apart: 2, length: 4, every: 0.5, threshold: 0.5}",
        ],
    };

    /// <summary>Runs one of them into a folder.</summary>
    public static ExperimentResult Run(string experiment, string output, int? threads = null, params string[] more) =>
        new CaseKind<MedidaSettings>(MedidaPipeline.Run).Open(Path.Combine(Repository.Root, "cases", "ks"))
            .Run(
                [experiment],
                new RunOptions { Overrides = [.. Changes[experiment], .. more], Output = output, Threads = threads },
                new NoProgress(),
                default)
            .Single();
}
