using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The file of stage 5.</summary>
internal static class VerificationFile
{
    public static void Write(Hdf5Container file, Verified verified, GridSettings grid)
    {
        file.WriteScale<double>("lead_time", [.. verified.LeadTimes], "1", "time since the start of a forecast");
        file.WriteScale<int>(
            "forecast", [.. Enumerable.Range(0, verified.ValidBefore.Count)], "1", "number of a held-back trajectory");
        file.WriteField<double>(
            "rmse_before", [.. verified.ErrorBefore], ["lead_time"], "1", "RMSE of the wrong model");
        file.WriteField<double>(
            "rmse_after", [.. verified.ErrorAfter], ["lead_time"], "1", "RMSE of the corrected model");
        file.WriteField<double>(
            "valid_before", [.. verified.ValidBefore], ["forecast"], "1",
            "valid time of the wrong model in Lyapunov times");
        file.WriteField<double>(
            "valid_after", [.. verified.ValidAfter], ["forecast"], "1",
            "valid time of the corrected model in Lyapunov times");
        file.WriteScale<double>("x", new GridSettings { Points = verified.TruthRun.Size, Length = grid.Length, Origin = grid.Origin }.Line().Axes[0].Coordinates(), "1", "position");
        file.WriteField<double>(
            "truth", verified.TruthRun.Values, ["lead_time", "x"], "1", "first held-back trajectory");
        file.WriteField<double>(
            "wrong", verified.WrongRun.Values, ["lead_time", "x"], "1", "forecast of it by the wrong model");
        file.WriteField<double>(
            "corrected", verified.CorrectedRun.Values, ["lead_time", "x"], "1",
            "forecast of it by the corrected model");
        file.Attributes.SetDoubles("exponent_and_climate_deviation", [verified.Exponent, verified.ClimateDeviation]);
        file.Attributes.SetString("blow_up", verified.BlowUp);
    }

    public static Verified Read(Hdf5Container file)
    {
        var numbers = file.Attributes.GetDoubles("exponent_and_climate_deviation");
        return new Verified(
            file.Read<double>("lead_time"),
            file.Read<double>("rmse_before"),
            file.Read<double>("rmse_after"),
            file.Read<double>("valid_before"),
            file.Read<double>("valid_after"),
            numbers[0],
            numbers[1],
            FieldFile.ReadRows(file, "truth"),
            FieldFile.ReadRows(file, "wrong"),
            FieldFile.ReadRows(file, "corrected"),
            file.Attributes.GetString("blow_up"));
    }
}
