using Sci.Testing;

namespace Sci.Faults;

/// <summary>Commands run only where they may, and nothing comes from a network.</summary>
internal static class Commands
{
    public static void Run(Tally tally, string prepared)
    {
        var place = Directory.CreateTempSubdirectory("sci-commands-");
        var marker = Path.Combine(place.FullName, "ran");
        File.WriteAllText(
            Path.Combine(place.FullName, "case.yaml"),
            File.ReadAllText(Path.Combine(Repository.Root, "examples", "model-python", "case.yaml")));
        string[] words =
            [place.FullName, "--quiet", "--set", $"model.command=[\"touch\", \"{marker}\", \"{{in}}\", \"{{out}}\"]", "--out", Path.Combine(place.FullName, "out")];
        foreach (var command in new[] { words, ["run", .. words] })
        {
            var refused = SciProgram.Run([.. command, "--no-commands"]);
            tally.Add(
                Verdict.Of(refused, mustRefuse: true).Require(!File.Exists(marker), "the command ran"),
                "with --no-commands");
        }

        tally.Add(Verdict.Of(SciProgram.Run("validate", place.FullName)).Require(!File.Exists(marker), "the command ran"), "validate");
        tally.Add(
            Verdict.Of(SciProgram.Run(words), mustRefuse: true).Require(File.Exists(marker), "the command did not run"),
            "without it");
        WithoutNetwork(tally, prepared, Path.Combine(place.FullName, "apart"));
        place.Delete(recursive: true);
    }

    // A network namespace of its own has no network; the result is the same.
    private static void WithoutNetwork(Tally tally, string prepared, string output)
    {
        if (!SystemProgram.Exists("unshare") || SystemProgram.Run("unshare", "-n", "true").Code != 0)
        {
            return;
        }

        var answer = SciProgram.RunApart([.. SmallCase.EveryStage, "--out", output], "unshare", "-n");
        tally.Add(
            Verdict.Of(answer).Require(
                answer.Code == 0 && Contents.Of(output).SequenceEqual(Contents.Of(prepared)), $"differs: {answer}"),
            "without a network");
    }
}
