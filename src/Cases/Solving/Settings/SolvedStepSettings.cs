using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>How long steps are.</summary>
[Variant("time_step", typeof(FixedStepSettings), ByKey = true, ByText = true)]
[Variant("courant", typeof(CourantStepSettings), ByKey = true)]
[Variant("tolerance", typeof(ErrorStepSettings), ByKey = true)]
public abstract record SolvedStepSettings;
