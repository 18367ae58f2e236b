namespace Sci.Cases.Files;

/// <summary>
/// The right to write in an output folder. The system takes it back when the process ends, however it ends.
/// </summary>
internal static class OutputLock
{
    // How Linux, macOS and Windows say that another process has the file.
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Makes the folder, takes the right to it and removes what a run that died left unfinished.</summary>
    /// <exception cref="StageException">Another run has it, or the folder cannot be written.</exception>
    public static IDisposable Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            // FileShare.None is flock on Unix: it binds runs of Sci, and ends with the process.
            var hold = new FileStream(
                Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            foreach (var left in Directory.EnumerateFiles(folder, $"*{StageFile.Unfinished}"))
            {
                File.Delete(left);
            }

            return hold;
        }
        catch (IOException error) when (error.HResult is LinuxWouldBlock or MacWouldBlock or SharingViolation)
        {
            throw new StageException(
                $"Another run is writing in {folder}; wait for it, stop it, or choose another folder.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StageException(
                $"Nothing can be written in {folder} ({error.Message.TrimEnd('.')}); choose another folder.", error);
        }
    }
}
