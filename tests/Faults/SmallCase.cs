using Sci.Testing;

namespace Sci.Faults;

/// <summary>Cases made small by overrides, so that a stage takes a fraction of a second to a few seconds.</summary>
public static class SmallCase
{
    private static readonly string[] Filter =
        ["seeds=1", "burn_in=2", "analyses=40", "climate.states=100"];

    private static readonly Dictionary<string, string[]> Overrides = new(StringComparer.Ordinal)
    {
        ["ks"] =
        [
            "grid.points=256", "model.points=null", "truth.spin_up=20",
            "verification={forecasts: 2, apart: 2, length: 4, every: 0.5, threshold: 0.5}",
        ],
        ["lorenz63"] = Filter,
        ["lorenz96"] = Filter,
        ["ks-enkf"] = [.. Filter, "burn_in=20"],
        ["qg-enkf"] = [.. Filter, "start.spin_up=20", "climate.states=20", "analyses=20"],
        ["pde-find"] = ["seeds=1"],
        ["burgers-pinn"] = ["training.adam_steps=20", "training.newton_steps=40"],
        ["ks-pinn"] = ["training.adam_steps=5", "training.newton_steps=5"],
        ["convection-lpinn"] = ["training.adam_steps=20", "training.newton_steps=40"],
        ["helmholtz-pig"] = ["training.adam_steps=10", "training.newton_steps=10"],
        ["peak-aas"] = ["training.adam_steps=10", "training.newton_steps=10"],
        ["burgers-fno"] = ["data.runs=40", "data.test_runs=5", "training.epochs=2"],
        ["burgers-deeponet"] = ["data.runs=100", "data.test_runs=5", "training.epochs=2"],
        ["ks-rollout"] =
        [
            "data.runs=4", "data.snapshots=10", "data.test_runs=2", "data.test_snapshots=40", "training.epochs=2",
            "rollout.steps=20", "rollout.long_steps=50",
        ],
        ["ks-surrogate"] =
        [
            "data.runs=4", "data.snapshots=10", "data.test_runs=2", "data.test_snapshots=5", "training.epochs=2",
            "training.validate_every=1", "filter.burn_in=5", "filter.analyses=20",
        ],
        ["lorenz96-mno"] =
        [
            "data.runs=4", "data.test_runs=2", "data.snapshots=20", "training.epochs=2", "training.validate_every=1",
            "forecast.runs=2", "forecast.duration=1",
        ],
        ["ns2d-fno"] =
        [
            "data.points=32", "data.runs=4", "data.snapshots=6", "data.test_runs=2", "data.given=3",
            "data.predicted=3", "training.epochs=2", "training.validate_every=1",
        ],
        ["ns2d-refiner"] =
        [
            "data.points=32", "data.runs=4", "data.snapshots=12", "data.test_runs=2", "data.given=6",
            "data.predicted=4", "training.validate_every=1", "refinement.runs=1", "refinement.steps=5",
        ],
        ["solve-2d"] = ["order=null"],
        ["gpme-probconserv"] = ["draws=20"],
        ["diffsorp-hcmoe"] = ["training=64", "tests=2"],
    };

    /// <summary>A case in which every stage there is writes its file, in a second or two.</summary>
    /// <remarks>One experiment and no more: a case of hundreds takes longer to read than all its files.</remarks>
    public static IReadOnlyList<string> EveryStage { get; } =
        [Path.Combine(Repository.Root, "tests", "Faults", "Data", "every-stage"), "--quiet"];

    /// <summary>The only experiment of <see cref="EveryStage"/>.</summary>
    public static string Experiment => "default";

    /// <summary>Names of the cases that ship.</summary>
    public static IEnumerable<string> Names => Directory.GetDirectories(Path.Combine(Repository.Root, "cases"))
        .Where(folder => File.Exists(Path.Combine(folder, "case.yaml"))).Select(folder => Path.GetFileName(folder)).Order();

    /// <summary>Folder of a case that ships.</summary>
    public static string FolderOf(string name) => Path.Combine(Repository.Root, "cases", name);

    /// <summary>Arguments that run the default experiments of a case, small unless as they ship.</summary>
    public static string[] Arguments(string name, bool full) =>
    [
        FolderOf(name), "--quiet",
        .. (full ? [] : Overrides.GetValueOrDefault(name, [])).SelectMany(each => new[] { "--set", each }),
    ];
}
