using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The file of the further draws of the noise.</summary>
internal static class DrawFile
{
    public static void Write(Hdf5Container file, IReadOnlyList<Draw> draws)
    {
        file.WriteScale<int>("draw", [.. Enumerable.Range(0, draws.Count)], "1", "number of a draw of the noise");
        void Field(string name, Func<Draw, double> value, string longName) =>
            file.WriteField<double>(name, [.. draws.Select(value)], ["draw"], "1", longName);
        Field("epsilon", draw => draw.Epsilon, "normalised coefficient distance after correction");
        Field("largest_relative", draw => draw.LargestRelative, "largest relative error over the missing terms");
        Field("exact", draw => draw.IsExact ? 1 : 0, "whether exactly the missing terms were found");
        Field("covered", draw => draw.Covered, "missing terms within two deviations");
        Field("missing", draw => draw.Missing, "number of missing terms");
        Field("chi_square", draw => draw.ChiSquare, "mean square of the residual in units of the noise");
    }

    public static IReadOnlyList<Draw> Read(Hdf5Container file)
    {
        var epsilon = file.Read<double>("epsilon");
        var relative = file.Read<double>("largest_relative");
        var exact = file.Read<double>("exact");
        var covered = file.Read<double>("covered");
        var missing = file.Read<double>("missing");
        var chiSquare = file.Read<double>("chi_square");
        return [.. epsilon.Select(
            (e, i) => new Draw(e, relative[i], exact[i] != 0, (int)covered[i], (int)missing[i], chiSquare[i]))];
    }
}
