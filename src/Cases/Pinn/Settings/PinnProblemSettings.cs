using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>What is solved, and by which network.</summary>
[Variant("evolution", typeof(EvolutionSettings))]
[Variant("lagrangian", typeof(LagrangianSettings))]
[Variant("steady", typeof(SteadySettings))]
public abstract record PinnProblemSettings;
