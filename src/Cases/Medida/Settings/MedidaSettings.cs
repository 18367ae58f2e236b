using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Model error discovery: truth, wrong model, observations, assimilation, discovery, verification.</summary>
public sealed record MedidaSettings : IChecked
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How often the noise is drawn anew; metrics are medians over the draws, deviations and figures of the first.</summary>
    [AtLeast(1)]
    public int Seeds { get; init; } = 1;

    /// <summary>The grid of the truth and its observations.</summary>
    public required GridSettings Grid { get; init; }

    /// <summary>The system itself.</summary>
    public required TruthSettings Truth { get; init; }

    /// <summary>The model that is wrong.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>When and how well the system is seen.</summary>
    public required ObservationSettings Observations { get; init; }

    /// <summary>The filter between observations and increments; none uses the observations as they are.</summary>
    public AssimilationSettings? Assimilation { get; init; }

    /// <summary>How the missing terms are found.</summary>
    public required DiscoverySettings Discovery { get; init; }

    /// <summary>Forecasts of held-back times; none skips the stage.</summary>
    public VerificationSettings? Verification { get; init; }

    /// <summary>The same settings, paths in them beginning at a folder.</summary>
    internal MedidaSettings In(string folder) => this with { Model = Model.In(folder) };

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            Grid.Points % Observations.EveryPoint == 0,
            $"{nameof(Observations)}.{nameof(Observations.EveryPoint)}",
            $"must divide the {Grid.Points} points of the grid");
        complaints.Require(
            Assimilation?.Accepts(Observations, Model) is null,
            nameof(Assimilation),
            Assimilation?.Accepts(Observations, Model) ?? "");
        complaints.Require(
            Grid.Points % (Model.Points ?? Grid.Points) == 0,
            $"{nameof(Model)}.{nameof(Model.Points)}",
            $"must divide the {Grid.Points} points of the grid");
        complaints.Require(
            Discovery.Accepts(Observations, Assimilation) is null,
            nameof(Discovery),
            Discovery.Accepts(Observations, Assimilation) ?? "");
        complaints.Require(
            Model.Program is null || Discovery is SinglePassSettings or ConsistentSettings,
            nameof(Discovery),
            "takes derivatives of the model, which a program does not give; choose single-pass or consistent");
        CheckEquations(complaints);
        CheckTimes(complaints);
        Agreement.Check(this, complaints);
    }

    private void CheckEquations(Complaints complaints)
    {
        complaints.Try(() => Equation.Parse(Grid.Line(), Truth.Equation), $"{nameof(Truth)}.{nameof(Truth.Equation)}");
        Equation? model = null;
        complaints.Try(
            () => model = Equation.Parse(Model.GridOf(Grid), Model.Equation), $"{nameof(Model)}.{nameof(Model.Equation)}");
        complaints.Try(
            () => model?.Plus(Discovery.Library.Terms().Select(term => new WeightedTerm(1, term))),
            $"{nameof(Discovery)}.{nameof(Discovery.Library)}");
    }

    private void CheckTimes(Complaints complaints)
    {
        const string Sentence = "must be a multiple of truth.time_step";
        complaints.Require(Truth.HasStepAt(Truth.SpinUp), $"{nameof(Truth)}.{nameof(Truth.SpinUp)}", Sentence);
        complaints.Require(
            Truth.HasStepAt(Observations.Every), $"{nameof(Observations)}.{nameof(Observations.Every)}", Sentence);
        complaints.Require(
            Observations.Times.All(Truth.HasStepAt), $"{nameof(Observations)}.{nameof(Observations.Times)}", $"{Sentence}, each");
        complaints.Require(
            Verification is null || Truth.HasStepAt(Verification.Every),
            $"{nameof(Verification)}.{nameof(Verification.Every)}",
            Sentence);
        var needsPairs = Discovery is ConsistentSettings || (Discovery is SinglePassSettings && Assimilation is null or EnkfSettings);
        complaints.Require(
            !needsPairs || OneStep.Misfit(this) is null,
            $"{nameof(Observations)}.{nameof(Observations.Times)}",
            OneStep.Misfit(this) ?? "");
    }
}
