using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What is seen of the system: made from the truth, or brought in a file.</summary>
[Variant("windows", typeof(TwinObservationSettings), ByKey = true)]
[Variant("file", typeof(FileObservationSettings), ByKey = true)]
public abstract record ObservationSettings
{
    /// <summary>The windows.</summary>
    internal abstract ObservationPlan Plan { get; }
}
