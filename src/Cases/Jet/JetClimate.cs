using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Statistics of truth, wrong and corrected model, in this order; layers within each.</summary>
/// <param name="Energy">Mean eddy kinetic energy ½⟨u'² + v'²⟩, shape [3·2].</param>
/// <param name="Wind">Mean zonal wind -∂ψ̄/∂y, shape [3·2, y].</param>
/// <param name="Spectra">Mean of |v̂|² at each number of waves along x, v = ψₓ, averaged over y, shape [3·2,
/// waves].</param>
/// <param name="History">Eddy kinetic energy over time, shape [3·2, times].</param>
/// <param name="Errors">Relative error of the forecasts of ψ₁, shape [2, times]: wrong, corrected.</param>
/// <param name="Times">Times of the two.</param>
public sealed record JetClimate(double[] Energy, States Wind, States Spectra, States History, States Errors,
    double[] Times)
{
    internal static void Write(Hdf5Container file, JetClimate climate)
    {
        file.Write<double>("energy", climate.Energy, [3, 2]);
        file.Write<double>("time", climate.Times, [climate.Times.Length]);
        void Put(string name, States rows) => file.Write<double>(name, rows.Values, [rows.Count, rows.Size]);
        Put("wind", climate.Wind);
        Put("spectrum", climate.Spectra);
        Put("history", climate.History);
        Put("error", climate.Errors);
    }

    internal static JetClimate Read(Hdf5Container file)
    {
        States Rows(string name) => FieldFile.ReadRows(file, name);
        return new JetClimate(
            file.Read<double>("energy"), Rows("wind"), Rows("spectrum"), Rows("history"), Rows("error"),
                file.Read<double>("time"));
    }
}
