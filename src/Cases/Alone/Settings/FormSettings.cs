using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>How rates of change and candidates are compared.</summary>
[Variant("weak", typeof(WeakAloneSettings))]
[Variant("strong", typeof(StrongAloneSettings))]
public abstract record FormSettings
{
    /// <summary>What the form cannot make of such data, or null.</summary>
    internal abstract string? Accepts(SeriesInfo info);

    /// <summary>The form for such data.</summary>
    internal abstract IDataForm Form(SeriesInfo info);
}
