using Sci.Cases.Files;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A state that another program made.</summary>
public sealed record FileReferenceSettings : ReferenceSolutionSettings
{
    /// <summary>The file: .h5, .nc, .csv or .npy, in the case's folder or by its full path.</summary>
    [DataPath]
    public required string File { get; init; }

    /// <summary>Name of the dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>Which state, of several; from 0.</summary>
    [AtLeast(0)]
    public int Row { get; init; }

    /// <summary>Only every such point is taken.</summary>
    [AtLeast(1)]
    public int Every { get; init; } = 1;

    internal override string Contents(string folder) => Fingerprint.OfFile(Path.Combine(folder, File)).Hex;

    internal override double[] On(SolvedSystemSettings system, double time, string folder) => FileStateSettings.Read(
        Path.Combine(folder, File), Dataset, Row, Every, system.Fields.Count * system.Grid.Points);
}
