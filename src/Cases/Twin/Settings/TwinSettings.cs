using Sci.Cases.Settings;
using Sci.Solvers;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>
/// A twin experiment: a system makes a truth, observations are drawn from it, and a method must find it again.
/// </summary>
public sealed record TwinSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many runs, each with a truth, errors and members of its own; figures are means over them.</summary>
    [AtLeast(1)]
    public required int Seeds { get; init; }

    /// <summary>What makes the truth, and the forecasts where no model is given.</summary>
    public required SystemSettings System { get; init; }

    /// <summary>What makes the forecasts in its place: a wrong model with the same grid and steps.</summary>
    public SystemSettings? Model { get; init; }

    /// <summary>Where truth and members start.</summary>
    public required StartSettings Start { get; init; }

    /// <summary>What is observed, when and how well.</summary>
    public required NetworkSettings Observations { get; init; }

    /// <summary>Time left out of every figure, from the start.</summary>
    [NonNegative]
    public required double BurnIn { get; init; }

    /// <summary>Analyses after that, each counted.</summary>
    [AtLeast(20)]
    public required int Analyses { get; init; }

    /// <summary>The free run that climatologies are taken from; only methods with a fixed covariance use it.</summary>
    public required ClimateSettings Climate { get; init; }

    /// <summary>What finds the truth again.</summary>
    public required MethodSettings Assimilation { get; init; }

    /// <summary>
    /// What stops the truth's run before its states mean nothing; a report warns of the same in forecasts.
    /// </summary>
    [CostOnly]
    public WatchSettings? Watch { get; init; }

    /// <summary>What others reached with it.</summary>
    public ReferenceSettings? Reference { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => TwinMemory.Of(this, threads);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        var step = System.TimeStep;
        complaints.Require(
            Multiple.Is(Observations.Every, step), "Observations.Every", "must be a multiple of system.time_step");
        complaints.Require(Multiple.Is(Climate.Apart, step), "Climate.Apart", "must be a multiple of system.time_step");
        complaints.Require(
            BurnIn == 0 || Multiple.Is(BurnIn, Observations.Every), nameof(BurnIn),
            "must be a multiple of observations.every");
        complaints.Require(
            Model is null || (Model.TimeStep == step && Model.Fields == System.Fields
                && Model.Grid.Points == System.Grid.Points),
            nameof(Model), "must have the steps, the fields and the points of the system");
        complaints.Try(
            () => Observations.Places.On(System.Grid, System.Fields, Observations.Variance)(0), "Observations.Places");
        CheckWatch(complaints);
        complaints.Require(
            Assimilation.Complaint(this) is null, nameof(Assimilation), Assimilation.Complaint(this) ?? "");
    }

    private void CheckWatch(Complaints complaints)
    {
        var solver = Watch is null ? null : System.Model() as SpectralModel;
        complaints.Require(
            Watch is null || solver is not null, nameof(Watch),
            "needs a system that is an equation: kuramoto-sivashinsky or quasi-geostrophic");
        if (solver is not null)
        {
            Watch!.Check(complaints, nameof(Watch), WatchSettings.MeansAndSquares(solver.Equation));
        }
    }

    /// <summary>The setting without the method.</summary>
    internal Setting Setting()
    {
        var truth = System.Model();
        return new Setting
        {
            Truth = truth,
            Model = Model?.Model() ?? truth,
            Parameter = (Model ?? System).Parameter,
            Observed = Observations.Places.On(System.Grid, System.Fields, Observations.Variance),
            StepsBetween = Steps(Observations.Every),
            Start = System.Start(truth, Start.SpinUp),
            StartVariance = Start.Variance,
            BurnIn = (int)Math.Round(BurnIn / Observations.Every),
            Climate = (Steps(Climate.Apart), Climate.States),
        };
    }

    /// <summary>Time as steps of the system.</summary>
    internal int Steps(double time) => (int)Math.Round(time / System.TimeStep);
}
