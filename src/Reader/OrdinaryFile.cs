namespace Sci.Reader;

/// <summary>Files with an end: reading from a pipe or a device may wait for ever, or never come to one.</summary>
public static class OrdinaryFile
{
    /// <summary>Whether there is nothing in the file, or it is no ordinary one. Links are followed.</summary>
    /// <exception cref="IOException">It is not there, or its links lead nowhere.</exception>
    public static bool IsEmpty(string path) =>
        ((FileInfo?)File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).Length == 0;
}
