using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>States of the truth's climate that the pairs start from.</summary>
[Variant("file", typeof(JetStartFile), ByKey = true)]
[Variant("spin_up", typeof(JetSpinUp), ByKey = true)]
public abstract record JetStartSettings;
