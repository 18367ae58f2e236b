using System.Globalization;
using System.Text;
using Sci.Numerics;

namespace Sci.Faults;

/// <summary>A user's observations as text, and a state as NumPy writes it.</summary>
internal sealed class TextDataTrial : ITrial
{
    private readonly string folder;
    private readonly byte[] table = Encoding.UTF8.GetBytes(Table());
    private readonly byte[] array = Array();

    public TextDataTrial(string folder)
    {
        this.folder = folder;
        File.WriteAllText(Path.Combine(folder, "case.yaml"), BuoyCase.Of("buoys.csv", points: 8));
        File.WriteAllBytes(Path.Combine(folder, "buoys.csv"), table);
    }

    public Verdict Run(RandomSource random)
    {
        var isArray = random.Below(2) == 0;
        File.WriteAllBytes(
            Path.Combine(folder, isArray ? "buoys.npy" : "buoys.csv"), Mutation.Of(isArray ? array : table, random));
        return Verdict.Of(isArray
            ? SciProgram.Run(
                folder, "--quiet", "--set", "observations.file=buoys.npy", "--set", "observations.values=buoys")
            : SciProgram.Run("validate", folder));
    }

    private static string Table() => "time [s],x,value,error\n" + string.Concat(
        from time in Enumerable.Range(0, 5)
        from x in Enumerable.Range(0, 8)
        select string.Create(CultureInfo.InvariantCulture, $"{time * 0.1},{x},{Math.Cos(x - time)},0.05\n"));

    private static byte[] Array() =>
    [
        0x93, .. "NUMPY"u8, 1, 0, 118, 0,
        .. Encoding.ASCII.GetBytes("{'descr': '<f8', 'fortran_order': False, 'shape': (5, 8), }".PadRight(117) + "\n"),
        .. new byte[5 * 8 * sizeof(double)],
    ];
}
