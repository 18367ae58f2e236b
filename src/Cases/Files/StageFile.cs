using Sci.Hdf5;

namespace Sci.Cases.Files;

/// <summary>The file of a stage: whole or not there, with the settings and the fingerprint that it came from.</summary>
internal static class StageFile
{
    /// <summary>Ending of a file that is still being written.</summary>
    public const string Unfinished = ".unfinished";

    /// <summary>Writes the file under another name, brings it to the disk and gives it its name.</summary>
    /// <exception cref="StageException">It cannot be written; a file of this name from an earlier run is as it
    /// was.</exception>
    public static void Write(string path, Stage stage, Action<Hdf5File> content)
    {
        var unfinished = path + Unfinished;
        try
        {
            File.Delete(unfinished);
            using (var file = Hdf5File.Create(unfinished))
            {
                file.Attributes.SetString("stage", stage.Name);
                file.Attributes.SetString("fingerprint", stage.Fingerprint.Hex);
                file.Attributes.SetString("settings", stage.Settings);
                content(file);
            }

            Seal.Close(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error)
        {
            Remove(unfinished);
            if (error is IOException or UnauthorizedAccessException)
            {
                throw new StageException(
                    $"{path} cannot be written ({Reason(error)}); make room or choose another folder, and run again: "
                    + "what earlier stages wrote is kept.", error);
            }

            throw;
        }
    }

    /// <summary>Reads the file, if it is there and its fingerprint fits.</summary>
    /// <exception cref="StageException">The file is damaged or not a file of this stage.</exception>
    public static bool TryRead<T>(string path, Stage stage, Func<Hdf5File, T> content, out T value)
    {
        value = default!;
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            Require(Seal.IsIntact(path), path, "is cut short, or was changed or made by another program");
            using var file = Hdf5File.OpenRead(path);
            Require(file.Attributes.GetString("stage") == stage.Name, path, $"is not the file of stage {stage.Name}");
            if (file.Attributes.GetString("fingerprint") != stage.Fingerprint.Hex)
            {
                return false;
            }

            value = content(file);
            return true;
        }
        catch (Exception error) when (error is (IOException and not StageException) or UnauthorizedAccessException)
        {
            throw new StageException(
                $"{path} cannot be read ({Reason(error)}); move it away or delete it, and run again to compute it anew.", error);
        }
    }

    /// <summary>
    /// Reads the file, if it is there, whole, and its fingerprint fits; a damaged one counts as none.
    /// </summary>
    public static bool TryReadWhole<T>(string path, Stage stage, Func<Hdf5File, T> content, out T value)
    {
        try
        {
            return TryRead(path, stage, content, out value);
        }
        catch (StageException)
        {
            value = default!;
            return false;
        }
    }

    private static void Require(bool holds, string path, string what)
    {
        if (!holds)
        {
            throw new StageException($"{path} {what}; move it away or delete it, and run again to compute it anew.");
        }
    }

    private static string Reason(Exception error) => error.Message.TrimEnd('.');

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The disk already failed once, which is what gets reported; the next run removes the rest.
        }
    }
}
