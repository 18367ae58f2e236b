using Sci.Hdf5;
using Sci.Numerics;
using Sci.Reader;
using Sci.Solvers;

namespace Sci.Cases.Programs;

/// <summary>The two files between Sci and a user's program; docs/own-model.md describes them.</summary>
internal static class ProgramFiles
{
    private const string Field = "u";

    /// <summary>Writes an ensemble, and how far it is to be carried.</summary>
    public static void Write(string path, Grid grid, double timeStep, States states, int steps)
    {
        using var file = Hdf5File.Create(path);
        var axis = grid.Axes[0];
        file.Write<double>("time_step", [timeStep], []);
        file.Write<int>("steps", [steps], []);
        file.Write<double>("length", [axis.Length], []);
        file.WriteScale<double>("x", axis.Coordinates(), "1", "position");
        file.WriteScale<int>("member", [.. Enumerable.Range(0, states.Count)], "1", "number of a member");
        file.WriteField<double>(Field, states.Values, ["member", "x"], "1", "states to start from");
    }

    /// <summary>Reads the forecast over the states.</summary>
    /// <exception cref="ProgramException">The file is not there or holds something else.</exception>
    public static void Read(string path, string program, States states, LastLines lines)
    {
        if (!File.Exists(path))
        {
            throw new ProgramException($"The model's program {program} ended well but wrote no {{out}} file{lines}.");
        }

        try
        {
            var shape = ForeignFile.Contents(path).FirstOrDefault(each => each.Path == $"/{Field}")?.Shape;
            if (shape?.SequenceEqual([states.Count, states.Size]) is false)
            {
                throw new ProgramException(
                    $"The model's program {program} wrote {Field} with the shape [{string.Join(", ", shape)}], "
                    + $"where [{states.Count}, {states.Size}] (members, points) is wanted{lines}.");
            }

            ForeignFile.Read(path, Field).CopyTo(states.Values);
        }
        catch (Hdf5Exception error)
        {
            throw new ProgramException(
                $"What the model's program {program} wrote cannot be read ({Plain(error, path)}){lines}.", error);
        }
    }

    // The file's name is of no use to the user: it is gone after the call.
    private static string Plain(Hdf5Exception error, string path) =>
        error.Message.Replace(path, "{out}", StringComparison.Ordinal).TrimEnd('.');
}
