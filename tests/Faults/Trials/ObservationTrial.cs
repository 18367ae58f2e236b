using Sci.Numerics;

namespace Sci.Faults;

/// <summary>A user's observations in HDF5, as h5py writes them: validated, shown and run with.</summary>
internal sealed class ObservationTrial : ITrial
{
    private const string Case = """
        title: Buoys
        seed: 1
        grid: {points: 32, length: 32}
        model: {equation: u_t = -u*u_x - u_xxxx, scheme: etdrk4, time_step: 0.1}
        observations: {file: observations.h5}
        assimilation: {method: cycle, members: 5, analysis: etkf, inflation: 1.05, observation_deviation: 0.05}
        discovery:
          method: single-pass
          library_at: analysis
          library: {maximum_power: 1, maximum_derivative: 2}
          regression: {method: evidence, floor: 1e-4, minimum_contribution: 1e-2}
        """;

    private readonly string folder;
    private readonly byte[][] originals;

    public ObservationTrial(string folder)
    {
        this.folder = folder;
        File.WriteAllText(Path.Combine(folder, "case.yaml"), Case);
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
