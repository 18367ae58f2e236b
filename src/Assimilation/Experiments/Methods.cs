using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Experiments;

/// <summary>
/// The methods that the literature compares in each setting, with their published and independent results.
/// </summary>
/// <remarks>
/// Independent results are those of DAPPER (Raanes, Chen and Grudzien, 2024) over 1001 analyses, one value a seed.
/// </remarks>
public static class Methods
{
    /// <summary>For <see cref="Setting.Lorenz96()"/>.</summary>
    public static IReadOnlyList<Method> Lorenz96 { get; } =
    [
        Method.Static("climatology", background => new Climatology(background), 3.6, 3.59, 3.59, 3.64),
        Method.Static(
            "optimal-interpolation", background => new OptimalInterpolation(background), 0.95, 0.930, 0.937, 0.939),
        Method.Static("3dvar", background => new ThreeDVar(background.Scaled(0.02)), 0.41, 0.456, 0.447, 0.456),
        Method.Filter("enkf-40", 40, Stochastic(1.06), 0.22, 0.212, 0.227, 0.219),
        Method.Filter("enkf-28", 28, Stochastic(1.08), 0.24, 0.228, 0.238, 0.230),
        Method.Filter("denkf-40", 40, new Inflated(new Denkf(), 1.01), 0.18, 0.178, 0.178, 0.180),
        Method.Filter("sqrt-28", 28, Root(1.02), null, 0.176, 0.181, 0.179),
        Method.Filter("sqrt-24", 24, Root(1.013), 0.18, 0.174, 0.177, 0.191),
        Method.Filter("sqrt-20", 20, Root(1.04), 0.20, 0.192, 0.198, 0.196),
        Method.Filter("serial-28", 28, Serial(null, 1.02), 0.18, 0.177, 0.177, 0.181),
        Method.Filter("serial-7", 7, model => Serial(Tapered(model, 6), 1.07), 0.23, 0.230, 0.233),
        Method.Filter("enkf-n-24", 24, FiniteSize(1), 0.21, 0.208, 0.223, 0.221),
        Method.Filter("enkf-n-24-certain", 24, FiniteSize(2), 0.18, 0.173, 0.173, 0.186),
        Method.Filter("enkf-n-20", 20, FiniteSize(1), 0.24, 0.247, 0.262, 0.257),
        Method.Filter("enkf-n-20-certain", 20, FiniteSize(2), 0.19, 0.184, 0.185, 0.188),
        Method.Filter("letkf-7", 7, model => Local(Tapered(model, 4), 1.04), 0.22, 0.220, 0.229),
        Method.Filter(
            "letkf-6-step", 6, model => Local(new Localization(model.Grid, new Cutoff(4)), 1.05), null, 0.260, 0.270),
        Method.Filter("letkf-10", 10, model => Local(Tapered(model, 4), 1.02), null, 0.201, 0.210),
        Lagged("enks-24", 24, 10, Root(1.013), 0.18, 0.174, 0.177, 0.191),
        Method.Iterative("ienks-24", 24, 10, 4, 1.01, null, null, 0.156, 0.158),
    ];

    /// <summary>For <see cref="Setting.Lorenz96(int)"/> with 4 steps between observations.</summary>
    /// <remarks>
    /// The share of the climatological covariance in 4D-Var comes from a run of its own, by <see cref="Calibration"/>.
    /// </remarks>
    public static IReadOnlyList<Method> Lorenz96Sparse { get; } =
    [
        FourDVar("4dvar-1", 1, 0.46),
        FourDVar("4dvar-2", 2, 0.39),
        FourDVar("4dvar-4", 4, 0.37),
        Method.Iterative("ienks-20", 20, 4, 10, 1, 2, 0.31, 0.290, 0.288),
    ];

    /// <summary>For <see cref="Setting.Lorenz63"/> with 25 steps between observations.</summary>
    public static IReadOnlyList<Method> Lorenz63 { get; } =
    [
        Method.Static("climatology", background => new Climatology(background), 7.6, 7.58),
        Method.Static(
            "optimal-interpolation", background => new OptimalInterpolation(background), 1.25, 1.245, 1.249, 1.228),
        Method.Static("3dvar", background => new ThreeDVar(background.Scaled(0.1)), 1.04, 1.015, 1.041, 0.997),
        Method.Filter("sqrt-3", 3, new Inflated(new SquareRoot(), 1.3), 0.80, 0.738, 1.030, 0.726),
        Method.Filter("sqrt-10", 10, Root(1.02), 0.60, 0.569, 0.561, 0.558),
        Method.Filter("enkf-10", 10, Stochastic(1.04), 0.65, 0.624, 0.670, 0.830),
        Method.Filter("enkf-100", 100, Stochastic(1.01), 0.56, 0.568, 0.565, 0.566),
        Method.Filter("enkf-n-3", 3, new FiniteSizeDual { Certainty = 1 }, 0.60, 0.590, 0.604, 0.624),
        Method.Filter("enkf-n-10", 10, FiniteSize(1), 0.54, 0.538, 0.545, 0.546),
        Method.Filter("serial-10", 10, Serial(null, 1.02), null, 0.582, 0.577, 0.555),
        Method.Iterative("ienks-10", 10, 1, 10, 1.02, null, 0.31, 0.315, 0.313),
        Method.Filter("particles-800", 800, new ParticleFilter { Jitter = 0.08 }, 0.28),
    ];

    /// <summary>For <see cref="Setting.KuramotoSivashinsky"/>.</summary>
    public static IReadOnlyList<Method> KuramotoSivashinsky { get; } =
    [
        Method.Static("climatology", background => new Climatology(background), 1.3, 1.313, 1.303),
        Method.Static("optimal-interpolation", background => new OptimalInterpolation(background), 0.5, 0.523, 0.524),
        Method.Filter("sqrt-20", 20, Root(1.03), 0.115, 0.118, 0.115, 0.115, 0.112, 0.118),
        Method.Filter("letkf-4", 4, model => Local(Tapered(model, 15 / 1.82), 1.11), 0.18, 0.164, 0.190),
        Method.Filter(
            "letkf-6", 6, model => Local(Tapered(model, 25 / 1.82), 1.06), 0.14, 0.156, 0.148, 0.139, 0.148, 0.138),
        Method.Filter("letkf-16", 16, model => Local(Tapered(model, 51 / 1.82), 1.02), 0.11, 0.119),
        Method.Filter("enkf-100", 100, Stochastic(1.02), null, 0.113),
        Method.Filter("denkf-40", 40, new Inflated(new Denkf(), 1.02), null, 0.122),
        Method.Filter("enkf-n-20", 20, FiniteSize(2), null, 0.121),
    ];

    private static Inflated Stochastic(double inflation) =>
        new(new StochasticEnkf { Centered = true, Threads = 1 }, inflation);

    private static Inflated Root(double inflation) => new(new Rotated(new SquareRoot()), inflation);

    private static Rotated FiniteSize(double certainty) => new(new FiniteSizeDual { Certainty = certainty });

    private static Inflated Serial(Localization? localization, double inflation) =>
        new(new Rotated(new SerialSquareRoot { Localization = localization }), inflation);

    private static Inflated Local(Localization localization, double inflation) =>
        new(new Rotated(new Letkf { Localization = localization, Threads = 1 }), inflation);

    // A radius in grid lengths, in the sense of a Gaussian.
    private static Localization Tapered(IModel model, double radius) =>
        new(model.Grid, new GaspariCohn(1.82 * radius * model.Grid.Axes[0].Spacing));

    private static Method FourDVar(string name, int lag, double published) => new()
    {
        Name = name,
        Members = 1,
        Cycle = (setting, state, random) => Calibrated4DVar(setting, lag, 200, state, random),
        Published = published,
        Independent = [],
    };

    /// <summary>
    /// 4D-Var whose background is the share of the climatological covariance that serves best in a run of its own.
    /// </summary>
    /// <param name="setting">What is run and observed.</param>
    /// <param name="lag">Intervals of a window.</param>
    /// <param name="training">Analyses of that run.</param>
    /// <param name="state">At the start, in one row.</param>
    /// <param name="random">Streams of the climatology and of that run.</param>
    public static FourDVarCycle Calibrated4DVar(
        Setting setting, int lag, int training, States state, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(random);
        var climatology = setting.Climatology(random["climate"]);
        FourDVarCycle With(double share, States start) =>
            new((ITangentModel)setting.Model, setting.StepsBetween, lag, climatology.Scaled(share), start)
            {
                Iterations = 10,
                Tolerance = 1e-3,
            };
        return With(Calibration.Best(setting, With, 5e-4, 0.2, training, random["training"]), state);
    }

    private static Method Lagged(string name, int members, int lag, IAnalysis analysis, double? published, params double[] independent) => new()
    {
        Name = name,
        Members = members,
        Cycle = (setting, ensemble, _) => new LaggedCycle(setting.Model, analysis, setting.StepsBetween, lag, ensemble),
        Published = published,
        Independent = independent,
    };
}
