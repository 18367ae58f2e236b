using Sci.Cases.Data;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A state from a file.</summary>
public sealed record FileInitialSettings : InitialSettings
{
    /// <summary>The file: .h5, .nc, .csv or .npy, in the case's folder or by its full path.</summary>
    [DataPath]
    public required string File { get; init; }

    /// <summary>Name of the state in it; of several states, rows, the last is taken. <c>u</c> if left out.</summary>
    public string? Dataset { get; init; }

    internal string Folder { get; init; } = ".";

    internal override string Contents => Fingerprint.OfFile(Path.Combine(Folder, File)).Hex;

    internal override InitialSettings In(string folder) => this with { Folder = folder };

    internal override double[] On(Grid grid)
    {
        var path = Path.Combine(Folder, File);
        try
        {
            var source = DataSource.Open(path);
            var states = source.Names.Count == 1
                && Dataset is null ? source.Read(source.Names[0]) : source.ReadAny(Dataset, "u");
            states.Require(double.IsFinite, "must be a finite number");
            return states.Values.Length > 0 && states.Shape.Count > 0 && states.Shape[^1] == grid.Points
                ? states.Values[^grid.Points..]
                : throw new DataException(
                    $"{states.Name} has the shape {states.ShapeText}, where states of {grid.Points} points are wanted");
        }
        catch (DataException error)
        {
            throw new DataException($"{path}: {error.Message.TrimEnd('.')}", error);
        }
    }
}
