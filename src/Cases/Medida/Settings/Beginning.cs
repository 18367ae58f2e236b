using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Where a case begins: with a truth, or with a file of observations, analyses or increments.</summary>
internal static class Beginning
{
    /// <summary>The settings with their files read; null where a complaint says why they are not.</summary>
    public static MedidaSettings? Check(MedidaSettings settings, Complaints complaints)
    {
        var before = complaints.All.Count;
        var begun = new[] { (object?)settings.Observations, settings.Analysis, settings.Increments }.Count(
            part => part is not null);
        var needsTruth = settings.Observations is TwinObservationSettings;
        void Require(bool holds, string property, string sentence) => complaints.Require(holds, property, sentence);
        Require(begun == 1, begun == 0 ? "" : settings.Analysis is null ? nameof(settings.Increments) : nameof(
            settings.Analysis),
            begun == 0 ? "lacks what the case begins with; give observations, analysis or increments"
                : "must stand alone: give one of observations, analysis and increments");
        Require(!needsTruth || settings.Truth is not null, "", "lacks truth; give it, or observations: {file: …}");
        Require(needsTruth || begun != 1
            || settings.Truth is null, nameof(settings.Truth), "must be left out where a file says what was seen");
        Require(settings.Verification is null
            || settings.Truth is not null, nameof(settings.Verification), "needs a truth; leave it out");
        Require(
            settings.Seeds == 1 || needsTruth, nameof(settings.Seeds),
            "must be 1 where a file says what was seen: its noise is drawn once");
        Require(settings.Assimilation is null || settings.Observations is not null, nameof(settings.Assimilation),
            "has nothing to assimilate; leave it out where analyses or increments are given");
        Require(settings.Increments is null || settings.Discovery is SinglePassSettings, nameof(settings.Discovery),
            "must be single-pass, which is what regresses increments");
        return complaints.All.Count > before ? null : Read(settings, complaints);
    }

    private static MedidaSettings? Read(MedidaSettings settings, Complaints complaints)
    {
        var before = complaints.All.Count;
        var folder = complaints.Folder;
        if (settings.Truth is EquationTruthSettings { Initial: FileInitialSettings initial })
        {
            complaints.Try(() => initial.In(folder).On(settings.Grid.Line()), "Truth.Initial.File");
        }

        complaints.Try(() => (settings.Truth as FileTruthSettings)?.In(folder, settings.Grid.Points), "Truth.File");
        complaints.Try(
            () => (settings.Observations as FileObservationSettings)?.In(folder, settings.UsesPairs),
            "Observations.File");
        complaints.Try(() => settings.Analysis?.In(folder, pairs: true), "Analysis.File");
        complaints.Try(() => settings.Increments is { } file ? (file with { Folder = folder }).Read(
            settings.Model.GridOf(settings.Grid).Points,
            settings.Discovery is SinglePassSettings { LibraryAt: LibraryTime.Midpoint }) : null, "Increments.File");
        return complaints.All.Count > before ? null : settings.In(folder);
    }
}
