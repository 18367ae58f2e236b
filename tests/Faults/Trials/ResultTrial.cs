using Sci.Numerics;

namespace Sci.Faults;

/// <summary>Results for programs, read again by <c>report</c> and <c>compare</c>.</summary>
internal sealed class ResultTrial(string folder, string prepared) : ITrial
{
    private readonly string whole = Path.Combine(prepared, SmallCase.Experiment, "result.json");

    public Verdict Run(RandomSource random)
    {
        var damaged = Path.Combine(folder, "result.json");
        File.WriteAllBytes(damaged, Mutation.Of(File.ReadAllBytes(whole), random));
        return Verdict.Of(random.Below(2) == 0
            ? SciProgram.Run("report", damaged)
            : SciProgram.Run("compare", whole, damaged));
    }
}
