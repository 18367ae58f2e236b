using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>Where the data come from.</summary>
[Variant("file", typeof(FileDataSettings), ByKey = true)]
[Variant("equation", typeof(SolvedDataSettings), ByKey = true)]
public abstract record DataSettings
{
    /// <summary>What the data are, without computing them.</summary>
    /// <exception cref="DataException">The file is not as the settings say.</exception>
    internal abstract SeriesInfo Info(string folder);

    /// <summary>The data.</summary>
    internal abstract FieldSeries Series(string folder, CancellationToken cancel);

    /// <summary>Text that changes with a file.</summary>
    internal virtual string Contents(string folder) => "";
}
