namespace Sci.Cases;

/// <summary>Settings that know what a run of them holds in memory.</summary>
public interface IMemory
{
    /// <summary>The peak of a run's resident memory.</summary>
    /// <param name="folder">Folder that paths in the settings are relative to.</param>
    /// <param name="threads">Threads of the run.</param>
    MemoryEstimate Memory(string folder, int threads);
}
