using Sci.Testing;

namespace Sci.Cases.Tests.Programs;

/// <summary>The examples of models of one's own, built and run as their page says.</summary>
public sealed class ExampleTests
{
    [Needs("make", "h5cc", "/usr/include/hdf5/serial/hdf5.h")]
    public void A_model_in_C_is_found_to_lack_its_diffusion() => Find("model-c", "ks", "u_xx", -1);

    [Needs("make", "h5fc", "gfortran", "/usr/include/hdf5/serial/hdf5.mod")]
    public void A_model_in_Fortran_is_found_to_lack_its_dispersion() => Find("model-fortran", "gks", "u_xxx", -0.5);

    [Needs("/usr/bin/python3", "/usr/lib/python3/dist-packages/h5py")]
    public void A_model_in_Python_is_found_to_advect_too_weakly() => Find("model-python", null, "u*u_x", -0.4);

    private static void Find(string example, string? program, string term, double coefficient)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "examples", example)))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        if (program is not null)
        {
            File.Delete(folder[program]);
            Assert.Equal((0, ""), (SystemProgram.Run("make", "-s", "-C", folder.FullName)));
        }

        var options = new RunOptions { Overrides = ["observations.windows=6", "discovery.passes=2", "discovery.library.maximum_power=1"], Output = folder["out"] };
        var result = new CaseKind<MedidaSettings>(MedidaPipeline.Run).Open(folder.FullName)
            .Run([], options, new NoProgress(), default).Single();

        var found = Assert.Single(result.Terms);
        Assert.Equal(term, found.Term);
        // Differences of fourth order on this grid are good to a part in a thousand.
        Assert.Equal(coefficient, found.Coefficient, 0.01 * Math.Abs(coefficient));
    }
}
