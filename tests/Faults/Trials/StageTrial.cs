using Sci.Numerics;

namespace Sci.Faults;

/// <summary>
/// Our own stage files: one is damaged, and the next run has to refuse it and leave the others alone.
/// </summary>
internal sealed class StageTrial : ITrial
{
    private readonly string output;
    private readonly string[] files;
    private readonly Dictionary<string, byte[]> originals;

    /// <param name="folder">Scratch folder of this process.</param>
    /// <param name="prepared">Output of <see cref="SmallCase.EveryStage"/>.</param>
    public StageTrial(string folder, string prepared)
    {
        output = Path.Combine(folder, "out");
        var place = Directory.CreateDirectory(Path.Combine(output, SmallCase.Experiment)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(prepared, SmallCase.Experiment)))
        {
            File.Copy(file, Path.Combine(place, Path.GetFileName(file)), overwrite: true);
        }

        files = [.. Directory.GetFiles(place, "*.h5").Order(StringComparer.Ordinal)];
        originals = files.ToDictionary(file => file, File.ReadAllBytes);
    }

    public Verdict Run(RandomSource random)
    {
        var file = files[random.Below(files.Length)];
        File.WriteAllBytes(file, Mutation.Of(originals[file], random));
        var shows = random.Below(2) == 0;
        var answer = shows
            ? SciProgram.Run("show", file)
            : SciProgram.Run([.. SmallCase.EveryStage, "--out", output]);
        var intact = files.All(each => each == file || File.ReadAllBytes(each).AsSpan().SequenceEqual(originals[each]));
        File.WriteAllBytes(file, originals[file]);
        return Verdict.Of(answer, mustRefuse: !shows).Require(intact, "another stage's file was changed");
    }
}
