using Sci.Numerics;

namespace Sci.Faults;

/// <summary>A user's observations in HDF5, as h5py writes them: validated, shown and run with.</summary>
internal sealed class ObservationTrial : ITrial
{
    private readonly string folder;
    private readonly byte[][] originals;

    public ObservationTrial(string folder)
    {
        this.folder = folder;
        File.WriteAllText(Path.Combine(folder, "case.yaml"), BuoyCase.Of("observations.h5", points: 32));
        originals = [.. new[] { "observations.h5", "observations-latest.h5" }.Select(
            name => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", name)))];
    }

    public Verdict Run(RandomSource random)
    {
        var file = Path.Combine(folder, "observations.h5");
        File.WriteAllBytes(file, Mutation.Of(originals[random.Below(originals.Length)], random));
        return Verdict.Of(random.Below(4) switch
        {
            0 => SciProgram.Run("show", file),
            1 when random.Below(5) == 0 => SciProgram.Run(folder, "--quiet"),
            _ => SciProgram.Run("validate", folder),
        });
    }
}
