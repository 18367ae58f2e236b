using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The file of a solution.</summary>
internal static class PinnFile
{
    public static void Write(Hdf5Container file, PinnAnswer answer)
    {
        file.WriteScale<double>("row", answer.Rows, "1", "time, or y");
        file.WriteScale<double>("x", answer.Places, "1", "position");
        file.WriteField<double>("reference", answer.Reference.Values, ["row", "x"], "1", "reference solution");
        file.WriteField<double>("u", answer.Solution.Values, ["row", "x"], "1", "solution by the network");
        file.WriteScale<int>("step", answer.Steps, "1", "step of the training");
        file.WriteField<double>("loss", answer.Losses, ["step"], "1", "loss at the points of the time");
        file.Write<double>("parameters", answer.Parameters, [answer.Parameters.Length]);
        file.Write<double>("residual_variance", [answer.ResidualVariance], [1]);
    }

    public static PinnAnswer Read(Hdf5Container file)
    {
        var (rows, places) = (file.Read<double>("row"), file.Read<double>("x"));
        return new PinnAnswer(
            rows,
            places,
            new States(rows.Length, places.Length, file.Read<double>("reference")),
            new States(rows.Length, places.Length, file.Read<double>("u")),
            file.Read<double>("parameters"),
            file.Read<int>("step"),
            file.Read<double>("loss"),
            file.Read<double>("residual_variance")[0]);
    }
}
